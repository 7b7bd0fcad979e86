/**
 * Schemas of TensorFlow Data Validation: {@link io.weir.schema.tfdv.SchemaProto} reads {@code schema.pbtxt}, the text form of
 * {@code tensorflow.metadata.v0.Schema}.
 */
@NullMarked
package io.weir.schema.tfdv;

import org.jspecify.annotations.NullMarked;
