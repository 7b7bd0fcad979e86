/**
 * Pictures for pages, as SVG: without script, style or address, so that they fit under Jenkins' content security policy; colours
 * follow the theme, and every text is escaped where it is put in.
 *
 * <p>Start at {@link io.weir.jenkins.picture.Svg}.
 */
@NullMarked
package io.weir.jenkins.picture;

import org.jspecify.annotations.NullMarked;
