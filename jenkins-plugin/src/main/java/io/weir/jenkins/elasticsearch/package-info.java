/** Requests to the Elasticsearch of the settings. Start at {@link io.weir.jenkins.elasticsearch.ElasticsearchClient}. */
@NullMarked
package io.weir.jenkins.elasticsearch;

import org.jspecify.annotations.NullMarked;
