/**
 * What Jenkins tells Elasticsearch of incidents. A {@link io.weir.jenkins.elasticsearch.Report} is written to disk by
 * {@link io.weir.jenkins.elasticsearch.ReportQueue} and sent, until it arrives, by
 * {@link io.weir.jenkins.elasticsearch.ReportSender}.
 */
@NullMarked
package io.weir.jenkins.elasticsearch;

import org.jspecify.annotations.NullMarked;
