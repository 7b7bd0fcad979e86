/**
 * The one hardened way to read JSON from outside: {@link io.weir.json.StrictJson} parses, {@link io.weir.json.JsonFields}
 * takes an object apart and names the field, the value and the allowed range of whatever is wrong.
 */
@NullMarked
package io.weir.json;

import org.jspecify.annotations.NullMarked;
