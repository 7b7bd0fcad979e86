package io.weir.elasticsearch.anomaly;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.assertj.core.api.Assertions;
import org.elasticsearch.common.Strings;
import org.elasticsearch.search.DocValueFormat;
import org.elasticsearch.search.aggregations.InternalAggregations;
import org.elasticsearch.search.aggregations.InternalMultiBucketAggregation.InternalBucket;
import org.elasticsearch.search.aggregations.bucket.histogram.InternalHistogram;
import org.elasticsearch.test.ESTestCase;
import org.elasticsearch.xcontent.XContentBuilder;
import org.elasticsearch.xcontent.json.JsonXContent;

public class KeyFormatTests extends ESTestCase {

    public void testShouldWriteNumbersAsTheirHistogramDoes() throws IOException {
        InternalBucket bucket =
                new InternalHistogram.Bucket(1.5, 1, new DocValueFormat.Decimal("0.000"), InternalAggregations.EMPTY);

        Assertions.assertThat(json(KeyFormat.of(bucket, false), 1.5))
                .isEqualTo("{\"key_as_string\":\"1.500\",\"key\":1.5}");
    }

    public void testShouldWriteNoTextWhereTheHistogramWritesNone() throws IOException {
        InternalBucket bucket = new InternalHistogram.Bucket(1.5, 1, DocValueFormat.RAW, InternalAggregations.EMPTY);

        Assertions.assertThat(json(KeyFormat.of(bucket, false), 1.5)).isEqualTo("{\"key\":1.5}");
    }

    public void testShouldWriteDatesOfAHistogramThatItDoesNotKnow() throws IOException {
        Assertions.assertThat(json(KeyFormat.of(new ForeignBucket(), true), 60_000))
                .isEqualTo("{\"key_as_string\":\"1970-01-01T00:01:00.000Z\",\"key\":60000}");
    }

    private static String json(KeyFormat format, double key) throws IOException {
        try (XContentBuilder builder = JsonXContent.contentBuilder()) {
            builder.startObject();
            format.write(builder, AnomalyFields.KEY, key);
            return Strings.toString(builder.endObject());
        }
    }

    /** A bucket of a histogram from a module, as auto_date_histogram is. */
    private static final class ForeignBucket extends InternalBucket {
        @Override
        public Object getKey() {
            return ZonedDateTime.of(1970, 1, 1, 0, 1, 0, 0, ZoneOffset.UTC);
        }

        @Override
        public String getKeyAsString() {
            return "first minute";
        }

        @Override
        public long getDocCount() {
            return 1;
        }

        @Override
        public InternalAggregations getAggregations() {
            return InternalAggregations.EMPTY;
        }
    }
}
