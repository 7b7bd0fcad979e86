package io.weir.gate;

import org.jspecify.annotations.Nullable;

/**
 * The build that a gate stands in.
 *
 * @param job full name of the job
 * @param number of the build
 * @param url its page, or null if the server does not know its own address
 */
public record GateBuild(String job, long number, @Nullable String url) {}
