package io.weir.elasticsearch.drift;

import io.weir.drift.DriftSettings;
import io.weir.drift.DriftSettingsReader;
import io.weir.elasticsearch.profile.ProfileReference;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.PlainJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.common.ParsingException;
import org.elasticsearch.index.query.AbstractQueryBuilder;
import org.elasticsearch.xcontent.XContentParser;
import org.elasticsearch.xcontent.XContentParser.Token;
import org.jspecify.annotations.Nullable;

/** Reads the body of a {@code drift} aggregation; the settings are the library's, read by its reader. */
final class DriftRequestParser {
    private static final int MAX_NAME = 1_000;

    private final String name;
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private List<?> fields = List.of();
    private @Nullable DriftReference reference;

    private DriftRequestParser(String name) {
        this.name = name;
    }

    /**
     * Reads one aggregation.
     *
     * @param parser at the start of the body
     * @param name what the request calls the aggregation
     * @param profiles of the node
     * @throws IllegalArgumentException naming the field, its value and what is allowed
     */
    static DriftAggregationBuilder parse(XContentParser parser, String name, ReferenceProfiles profiles)
            throws IOException {
        DriftRequestParser request = new DriftRequestParser(name);
        request.read(parser);
        try {
            return new DriftAggregationBuilder(name, request.build(), profiles);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("drift aggregation [" + name + "]: " + e.getMessage(), e);
        }
    }

    private void read(XContentParser parser) throws IOException {
        if (parser.currentToken() == null) {
            parser.nextToken();
        }
        while (parser.nextToken() != Token.END_OBJECT) {
            String field = parser.currentName();
            Token token = parser.nextToken();
            if (field.equals(DriftFields.FIELDS) && token == Token.START_ARRAY) {
                fields = parser.list();
            } else if (field.equals(DriftFields.REFERENCE) && token == Token.START_OBJECT) {
                readReference(parser);
            } else if (field.equals(DriftFields.FIELDS) || field.equals(DriftFields.REFERENCE)) {
                throw wrong(
                        parser,
                        "[" + field + "] is [" + parser.textOrNull() + "], must be "
                                + (field.equals(DriftFields.FIELDS)
                                        ? "a list of names"
                                        : "an object with profile or query"));
            } else {
                settings.put(field, value(parser, token));
            }
        }
    }

    private static @Nullable Object value(XContentParser parser, Token token) throws IOException {
        return switch (token) {
            case START_OBJECT -> parser.map();
            case START_ARRAY -> parser.list();
            case VALUE_NUMBER -> parser.numberValue();
            case VALUE_BOOLEAN -> parser.booleanValue();
            case VALUE_NULL -> null;
            default -> parser.text();
        };
    }

    private void readReference(XContentParser parser) throws IOException {
        while (parser.nextToken() != Token.END_OBJECT) {
            String field = parser.currentName();
            Token token = parser.nextToken();
            if (reference != null) {
                throw wrong(parser, "[reference] has more than one of profile and query; give exactly one");
            }
            if (field.equals(DriftFields.PROFILE) && token == Token.VALUE_STRING) {
                reference = new DriftReference.Stored(ProfileReference.parse(parser.text()));
            } else if (field.equals(DriftFields.QUERY) && token == Token.START_OBJECT) {
                reference = new DriftReference.Documents(AbstractQueryBuilder.parseTopLevelQuery(parser));
            } else {
                throw wrong(
                        parser,
                        "[reference] has [" + field + "], must have exactly one of profile (a text such as "
                                + "churn-train@latest) and query (an object)");
            }
        }
    }

    private ParsingException wrong(XContentParser parser, String problem) {
        return new ParsingException(parser.getTokenLocation(), "drift aggregation [" + name + "]: " + problem);
    }

    private DriftRequest build() {
        if (reference == null) {
            throw new InvalidJsonException("[reference] is missing; give a profile or a query to compare with");
        }
        List<ComparedField> compared = compared();
        JsonFields given = new JsonFields(PlainJson.object(settings, "drift"), "");
        given.has(DriftFields.FIELDS);
        given.has(DriftFields.REFERENCE);
        DriftSettings read = DriftSettingsReader.read(given);
        given.end();
        return new DriftRequest(compared, reference, read);
    }

    private List<ComparedField> compared() {
        if (fields.isEmpty() || fields.size() > DriftRequest.MAX_FIELDS) {
            throw new InvalidJsonException("[fields] has " + fields.size() + " entries, must have 1 to "
                    + DriftRequest.MAX_FIELDS + "; compare more in several aggregations");
        }
        List<ComparedField> compared = new ArrayList<>();
        Set<String> columns = new HashSet<>();
        for (Object field : fields) {
            ComparedField each = compared(field, "fields[" + compared.size() + "]");
            if (!columns.add(each.column())) {
                throw new InvalidJsonException("[fields] has the column [" + each.column() + "] twice");
            }
            compared.add(each);
        }
        return compared;
    }

    private static ComparedField compared(@Nullable Object field, String at) {
        if (field instanceof String text && !text.isEmpty()) {
            return new ComparedField(text, text);
        }
        if (field instanceof Map<?, ?> map) {
            JsonFields given = new JsonFields(PlainJson.object(map, at), at);
            String text = given.text(DriftFields.FIELD, MAX_NAME);
            String column = given.optionalText(DriftFields.COLUMN, MAX_NAME);
            given.end();
            return new ComparedField(text, column == null ? text : column);
        }
        throw new InvalidJsonException(
                "[" + at + "] is [" + field + "], must be a field's name, or an object with field and column");
    }
}
