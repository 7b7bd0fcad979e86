package io.weir.jenkins.validation;

import io.weir.gate.GateReference;
import io.weir.gate.data.Reference;
import io.weir.profile.DatasetProfile;
import io.weir.profile.ProfileJson;
import java.io.Serializable;

/** A baseline that the controller has found, on its way to the agent: its profile as JSON, and where it came from. */
final class StoredBaseline implements Serializable {
    private static final long serialVersionUID = 1L;

    private final byte[] profile;
    private final String source;
    private final String name;
    private final String asked;

    StoredBaseline(byte[] profile, String source, String name, String asked) {
        this.profile = profile.clone();
        this.source = source;
        this.name = name;
        this.asked = asked;
    }

    /**
     * The profile.
     *
     * @throws IllegalArgumentException if it can't be read
     */
    Reference reference() {
        DatasetProfile read = ProfileJson.read(profile);
        return new Reference(read, new GateReference(source, name, asked, read.rows()));
    }

    String name() {
        return name;
    }
}
