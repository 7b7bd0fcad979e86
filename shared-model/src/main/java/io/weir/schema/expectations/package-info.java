/**
 * Expectation suites of Great Expectations as schemas: {@link io.weir.schema.expectations.ExpectationSuite} reads the JSON of a
 * suite, of versions 0.x and 1.x. What an expectation means there, defaults and treatment of missing values included, is what
 * the check means here; what can't be said here is named, never dropped.
 */
@NullMarked
package io.weir.schema.expectations;

import org.jspecify.annotations.NullMarked;
