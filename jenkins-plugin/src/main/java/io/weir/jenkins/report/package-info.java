/**
 * What Jenkins tells Elasticsearch of incidents. A {@link io.weir.jenkins.report.Report} is written to disk by
 * {@link io.weir.jenkins.report.ReportQueue} and sent, until it arrives, by
 * {@link io.weir.jenkins.report.ReportSender}.
 */
@NullMarked
package io.weir.jenkins.report;

import org.jspecify.annotations.NullMarked;
