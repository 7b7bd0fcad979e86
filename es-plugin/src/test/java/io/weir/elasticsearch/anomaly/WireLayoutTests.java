package io.weir.elasticsearch.anomaly;

import io.weir.anomaly.AnomalySettings;
import io.weir.anomaly.Direction;
import io.weir.anomaly.Season;
import io.weir.incident.Severity;
import java.io.IOException;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.elasticsearch.common.bytes.BytesArray;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.common.io.stream.BytesStreamOutput;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.Writeable;
import org.elasticsearch.search.aggregations.pipeline.BucketHelpers.GapPolicy;
import org.elasticsearch.test.ESTestCase;

/**
 * What layout 1 looks like in bytes, so that a change of it cannot pass unseen: a node of the release before must be able to
 * read what this one writes. A new layout gets a new number in {@link WireVersion}, and these bytes stay readable.
 */
public class WireLayoutTests extends ESTestCase {

    public void testShouldKeepTheLayoutOfParameters() throws IOException {
        AnomalySettings settings = new AnomalySettings(Season.of(86_400_000), 0.75, Direction.ABOVE, 300);

        check(
                new AnomalyParameters(settings, GapPolicy.KEEP_VALUES),
                AnomalyParameters::readFrom,
                "0a38363430303030306d733fe80000000000000561626f7665ac0202");
    }

    public void testShouldKeepTheLayoutOfFindings() throws IOException {
        AnomalyFindings findings = new AnomalyFindings(
                List.of(new KeyedStretch(1, 2, 1, 0.75, Severity.HIGH, "saw")),
                List.of(new KeyedChange(3, "level", 4, 5, 0.5, "rose")),
                24,
                86_400_000,
                0.5,
                false,
                "one");

        check(
                findings,
                AnomalyFindings::readFrom,
                "013ff000000000000040000000000000003ff00000000000003fe800000000000004686967680373"
                        + "6177014008000000000000056c6576656c401000000000000040140000000000003fe00000000000"
                        + "0004726f73651880b899293fe000000000000000036f6e65");
    }

    public void testShouldKeepTheLayoutOfRows() throws IOException {
        BitSet anomalous = new BitSet();
        anomalous.set(0);
        Rows rows = new Rows(
                new double[] {1},
                new long[] {2},
                new double[] {3},
                new double[] {0.5},
                new double[] {4},
                new double[] {Double.NaN},
                new double[] {5},
                anomalous);

        check(
                rows,
                Rows::readFrom,
                "013ff0000000000000010000000000000002014008000000000000013fe000000000000001401000"
                        + "0000000000017ff8000000000000014014000000000000010000000000000001");
    }

    private static <T extends Writeable> void check(T written, Writeable.Reader<T> reader, String hex)
            throws IOException {
        try (BytesStreamOutput out = new BytesStreamOutput()) {
            written.writeTo(out);
            Assertions.assertThat(HexFormat.of().formatHex(BytesReference.toBytes(out.bytes())))
                    .isEqualTo(hex);
        }
        try (StreamInput in = new BytesArray(HexFormat.of().parseHex(hex)).streamInput()) {
            Assertions.assertThat(reader.read(in)).isEqualTo(written);
            Assertions.assertThat(in.available()).isZero();
        }
    }
}
