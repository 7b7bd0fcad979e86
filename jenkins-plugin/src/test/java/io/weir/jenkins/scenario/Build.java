package io.weir.jenkins.scenario;

/**
 * A build.
 *
 * @param number within its job
 * @param result as SUCCESS, RUNNING while it has none
 * @param log so far
 */
public record Build(int number, String result, String log) {}
