package io.weir.gate.data;

import io.weir.gate.files.Inputs;
import io.weir.lineage.Workspace;
import io.weir.schema.Gravity;
import io.weir.schema.Imported;
import io.weir.schema.Schema;
import io.weir.schema.SchemaYaml;
import io.weir.schema.expectations.ExpectationSuite;
import io.weir.schema.tfdv.SchemaProto;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A schema in our YAML, or one of another tool, which its name tells. */
final class SchemaFile {
    private static final Schema NONE = new Schema("", List.of(), Gravity.WARNING, List.of());

    private SchemaFile() {}

    /** The schema in that file; one that asks for nothing if the path is empty. */
    static Imported read(Workspace workspace, String path) throws IOException {
        if (path.isEmpty()) {
            return new Imported(NONE, List.of());
        }
        byte[] document = Inputs.read(workspace, "schema", path, SchemaYaml.MAX_BYTES);
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".pbtxt")) {
            return SchemaProto.read(document, path);
        }
        return name.endsWith(".json")
                ? ExpectationSuite.read(document, path)
                : new Imported(SchemaYaml.read(document, path), List.of());
    }
}
