package io.weir.schema.inference;

import io.weir.json.InvalidJsonException;
import io.weir.profile.DatasetProfile;
import io.weir.schema.Column;
import io.weir.schema.Imported;
import io.weir.schema.Schema;
import io.weir.schema.SchemaYaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A schema that data suggest, as a file to be reviewed and committed as code is.
 *
 * <p>What is known already stays word for word, also where the data do not hold it: whether the rule or the data are wrong is for
 * people to say. Columns that it does not name follow in the order of the table, as {@link SchemaInference} reads them. The same
 * profile and schema give the same bytes.
 *
 * @param yaml the file
 * @param added columns that the schema did not know
 */
public record SchemaProposal(String yaml, List<String> added) {
    /** First line of a proposal, by which it is told from a schema that somebody answers for. */
    public static final String MARK = "# Proposed by Weir. Review it, correct it, and commit it without this line.";

    private static final String LEFT_OUT = "# Not carried over: ";

    /** Copies the list. */
    public SchemaProposal {
        added = List.copyOf(added);
    }

    /**
     * Proposes.
     *
     * @param profile of the data; columns that are masked there become sensitive, and none of their values is told
     * @param known the schema so far, without columns and checks if there is none
     * @param masked columns that become sensitive also where the schema does not call them so
     * @param name of the schema if it has none so far
     * @throws InvalidJsonException if it would be larger than what is read as a schema
     */
    public static SchemaProposal of(DatasetProfile profile, Imported known, Set<String> masked, String name) {
        Schema schema = known.schema();
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Column column : schema.columns()) {
            columns.add(masked.contains(column.name()) ? column.asSensitive() : column);
            names.add(column.name());
        }
        List<String> added = new ArrayList<>();
        for (Column column : SchemaInference.infer(profile, name).columns()) {
            if (names.add(column.name())) {
                columns.add(column);
                added.add(column.name());
            }
        }
        return new SchemaProposal(written(schema, columns, known.left(), name), added);
    }

    private static String written(Schema schema, List<Column> columns, List<String> left, String name) {
        StringBuilder text = new StringBuilder(MARK).append('\n');
        left.forEach(reason -> text.append(LEFT_OUT)
                .append(reason.replaceAll("\\p{Cntrl}", " "))
                .append('\n'));
        try {
            text.append(SchemaYaml.write(new Schema(
                    schema.name().isEmpty() ? name : schema.name(),
                    columns,
                    schema.unknownColumns(),
                    schema.checks())));
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException("a schema of these data can't be proposed: " + e.getMessage());
        }
        int bytes = text.toString().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > SchemaYaml.MAX_BYTES) {
            throw new InvalidJsonException("a schema of these data has " + bytes + " bytes, at most "
                    + SchemaYaml.MAX_BYTES + " can be read; propose one of fewer columns");
        }
        return text.toString();
    }
}
