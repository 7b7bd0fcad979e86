/**
 * What users see of the plugin, from a signed delivery to a report: one suite that runs on every host. The host is the
 * class {@code HostUnderTest}, of which each of the two builds has its own.
 */
package io.weir.jenkins.scenario;
