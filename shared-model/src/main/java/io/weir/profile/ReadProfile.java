package io.weir.profile;

/**
 * A profile that was read.
 *
 * @param profile what it says
 * @param digest SHA-256 of its binary form as it stood there, in hexadecimal: {@link ProfileJson#digest} of whoever wrote it
 */
public record ReadProfile(DatasetProfile profile, String digest) {}
