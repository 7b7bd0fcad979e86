/**
 * Regular time series with gaps. Start at {@link io.weir.series.TimeSeries}.
 *
 * <p>Knows neither Jenkins nor Elasticsearch.
 */
@NullMarked
package io.weir.series;

import org.jspecify.annotations.NullMarked;
