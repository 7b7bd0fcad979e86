package io.weir.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.IntConsumer;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Profiles as JSON: statistics for people and dashboards, and in {@code sketches} the whole {@link ProfileBinary} form,
 * deflated, in Base64, from which the profile is read again. {@code docs/contracts/profile.schema.json} says what is where.
 */
public final class ProfileJson {
    /** Largest document that is read. A column takes 10 to 60 KB. */
    public static final int MAX_BYTES = 64 << 20;

    private static final int MAX_INFLATED = 512 << 20;
    private static final String KIND = "weir.profile";

    private ProfileJson() {}

    /** The profile as a JSON object. */
    public static ObjectNode write(DatasetProfile profile) {
        ObjectNode node = StrictJson.object();
        node.put("kind", KIND).put("version", ProfileBinary.VERSION).put("rows", profile.rows());
        ProfileJsonColumns.putDistinct(node.putObject("distinct_rows"), profile.distinctRows());
        node.put("duplicate_rows", profile.duplicateRows());
        writeRagged(node.putObject("ragged_rows"), profile.ragged());
        ArrayNode skipped = node.putArray("skipped_columns");
        profile.skippedColumns().forEach(skipped::add);
        ArrayNode keys = node.putArray("candidate_keys");
        profile.candidateKeys().forEach(keys::add);
        ArrayNode dependencies = node.putArray("dependencies");
        for (Dependency each : profile.dependencies()) {
            dependencies
                    .addObject()
                    .put("from", each.from())
                    .put("to", each.to())
                    .put("rows", each.rows());
        }
        ArrayNode columns = node.putArray("columns");
        for (ColumnProfile column : profile.columns()) {
            ProfileJsonColumns.write(columns.addObject(), column);
        }
        ObjectNode correlations = node.putObject("correlations");
        ArrayNode pairs = correlations.putArray("pairs");
        for (Correlations.Pair pair : profile.correlations().pairs()) {
            pairs.addObject()
                    .put("x", pair.x())
                    .put("y", pair.y())
                    .put("r", pair.r())
                    .put("rows", pair.rows());
        }
        ArrayNode leftOut = correlations.putArray("left_out");
        profile.correlations().leftOut().forEach(leftOut::add);
        return node.put("sketches", sketches(profile));
    }

    /** The profile as UTF-8. */
    public static byte[] toBytes(DatasetProfile profile) {
        return StrictJson.write(write(profile));
    }

    /**
     * Reads a profile from JSON; only its version, number of rows and {@code sketches} count.
     *
     * @throws InvalidJsonException if it is no such document, too large, damaged, or of a newer version
     */
    public static DatasetProfile read(byte[] document) {
        return read(StrictJson.parseObject(document, "profile", MAX_BYTES));
    }

    /** Reads a profile from a JSON object; see {@link #read(byte[])}. */
    public static DatasetProfile read(ObjectNode document) {
        return read(document, MAX_INFLATED);
    }

    /**
     * Reads a profile from a JSON object.
     *
     * @param maxInflated bytes that its sketches may inflate to; they take up to twice as much memory
     * @throws InvalidJsonException as {@link #read(byte[])} does
     */
    public static DatasetProfile read(ObjectNode document, int maxInflated) {
        return read(document, maxInflated, bytes -> {}).profile();
    }

    /**
     * Reads a profile from a JSON object; see {@link #read(ObjectNode, int)}.
     *
     * @param inflated told, some kilobytes at a time, how many more they have inflated to; whatever it throws ends the reading
     * @throws InvalidJsonException as {@link #read(byte[])} does
     */
    public static ReadProfile read(ObjectNode document, int maxInflated, IntConsumer inflated) {
        JsonFields fields = new JsonFields(document, "profile");
        String kind = fields.text("kind", KIND.length());
        if (!kind.equals(KIND)) {
            throw new InvalidJsonException("profile.kind is '" + kind + "', must be '" + KIND + "'");
        }
        long version = fields.integer("version", 1, Integer.MAX_VALUE);
        if (version > ProfileBinary.VERSION) {
            throw new InvalidJsonException("profile.version is " + version + ", this program reads up to "
                    + ProfileBinary.VERSION + "; update it");
        }
        long rows = fields.integer("rows", 0, 1L << 60);
        ReadProfile read = inflate(fields.text("sketches", MAX_BYTES), maxInflated, inflated);
        if (read.profile().rows() != rows) {
            throw new InvalidJsonException("profile.rows is " + rows + ", but its sketches have seen "
                    + read.profile().rows() + "; take it again");
        }
        return read;
    }

    /** SHA-256 of the {@link ProfileBinary} form, in hexadecimal: equal profiles have equal digests. */
    public static String digest(DatasetProfile profile) {
        MessageDigest digest = sha256();
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest)))) {
            ProfileBinary.write(profile, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void writeRagged(ObjectNode node, RaggedRows ragged) {
        node.put("shorter", ragged.shorter()).put("longer", ragged.longer());
        ArrayNode examples = node.putArray("examples");
        for (RaggedRows.Example each : ragged.examples()) {
            examples.addObject().put("file", each.file()).put("row", each.row()).put("cells", each.cells());
        }
    }

    private static String sketches(DatasetProfile profile) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            ProfileBinary.write(profile, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static ReadProfile inflate(String sketches, int most, IntConsumer inflated) {
        byte[] deflated;
        try {
            deflated = Base64.getDecoder().decode(sketches);
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException("profile.sketches is not Base64: " + e.getMessage());
        }
        MessageDigest digest = sha256();
        InputStream bytes =
                new CappedInput(new InflaterInputStream(new ByteArrayInputStream(deflated)), most, inflated);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new DigestInputStream(bytes, digest)))) {
            DatasetProfile profile = ProfileBinary.read(in);
            in.transferTo(OutputStream.nullOutputStream());
            return new ReadProfile(profile, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new InvalidJsonException("profile.sketches can't be read: " + e.getMessage());
        }
    }
}
