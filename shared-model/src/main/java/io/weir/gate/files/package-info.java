/**
 * What every gate does with the files of its workspace: finds and hashes those that it reads, and puts those that it writes in
 * their places together.
 */
@NullMarked
package io.weir.gate.files;

import org.jspecify.annotations.NullMarked;
