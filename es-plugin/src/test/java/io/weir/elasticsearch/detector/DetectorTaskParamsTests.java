package io.weir.elasticsearch.detector;

import java.io.IOException;
import org.elasticsearch.common.io.stream.Writeable;
import org.elasticsearch.test.AbstractXContentSerializingTestCase;
import org.elasticsearch.xcontent.XContentParser;

/** What the cluster state holds of a detector, through the framework's contract test. */
public class DetectorTaskParamsTests extends AbstractXContentSerializingTestCase<DetectorTaskParams> {
    @Override
    protected DetectorTaskParams doParseInstance(XContentParser parser) throws IOException {
        return DetectorTaskParams.parse(parser);
    }

    @Override
    protected Writeable.Reader<DetectorTaskParams> instanceReader() {
        return DetectorTaskParams::read;
    }

    @Override
    protected DetectorTaskParams createTestInstance() {
        return new DetectorTaskParams(randomAlphaOfLength(10), randomNonNegativeLong());
    }

    @Override
    protected DetectorTaskParams mutateInstance(DetectorTaskParams instance) {
        return randomBoolean()
                ? new DetectorTaskParams(instance.detectorId() + "x", instance.version())
                : new DetectorTaskParams(
                        instance.detectorId(), randomValueOtherThan(instance.version(), () -> randomNonNegativeLong()));
    }

    @Override
    protected boolean supportsUnknownFields() {
        return true;
    }
}
