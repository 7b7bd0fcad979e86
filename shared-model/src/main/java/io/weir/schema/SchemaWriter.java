package io.weir.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.weir.value.Durations;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Schemas as a tree, each rule in the shortest form that says all of it. */
final class SchemaWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SchemaWriter() {}

    static ObjectNode tree(Schema schema, int form) {
        ObjectNode tree = NODES.objectNode().put("weir_schema", form);
        if (!schema.name().isEmpty()) {
            tree.put("name", schema.name());
        }
        if (schema.unknownColumns() != Gravity.WARNING) {
            tree.put("unknown_columns", schema.unknownColumns().id());
        }
        ObjectNode columns = tree.putObject("columns");
        schema.columns().forEach(column -> write(column, columns.putObject(column.name())));
        if (!schema.checks().isEmpty()) {
            ArrayNode checks = tree.putArray("checks");
            schema.checks().forEach(check -> table(check, checks.addObject()));
        }
        return tree;
    }

    private static void write(Column column, ObjectNode node) {
        if (!column.required()) {
            node.put("required", false);
        }
        if (!column.absentIn().isEmpty()) {
            node.set("absent_in", texts(column.absentIn()));
        }
        if (column.sensitive()) {
            node.put("sensitive", true);
        }
        column.checks().forEach(check -> column(check, node));
    }

    private static void column(Check check, ObjectNode column) {
        switch (check) {
            case Check.OfCells cells -> cells(cells, column);
            case Check.Key key -> put(column, "unique", "is", NODES.booleanNode(true), key.mostly(), key.gravity());
            case Check.Ordered order ->
                put(
                        column,
                        "order",
                        "is",
                        TextNode.valueOf((order.strictly() ? "strictly_" : "")
                                + (order.falling() ? "decreasing" : "increasing")),
                        order.mostly(),
                        order.gravity());
            case Check.Fresh fresh ->
                put(column, "fresh", "within", TextNode.valueOf(Durations.format(fresh.within())), 1, fresh.gravity());
            case Check.OfColumn one -> statistic(one, column);
            case Check.Distributed distributed ->
                put(
                        column,
                        "distribution",
                        "",
                        bounds(DistributionFields.write(distributed), distributed.bounds()),
                        1,
                        distributed.gravity());
            case Check.ValueSet set ->
                put(
                        column.withObjectProperty("values"),
                        set.relation().name().toLowerCase(Locale.ROOT),
                        "values",
                        values(set.values()),
                        1,
                        set.gravity());
            default -> throw new IllegalArgumentException("'" + check.name() + "' is no check of a single column");
        }
    }

    private static void statistic(Check.OfColumn check, ObjectNode column) {
        boolean quantile = check.statistic() == Statistic.QUANTILE;
        ObjectNode parent = quantile ? column.withObjectProperty("quantiles") : column;
        String rule =
                quantile ? Double.toString(check.quantile()) : check.statistic().id();
        put(parent, rule, "", bounds(check.bounds()), 1, check.gravity());
    }

    private static void cells(Check.OfCells check, ObjectNode column) {
        String rule = check.condition().id();
        switch (check.condition()) {
            case Condition.Present present -> {
                // Said by how much may be missing, because that is what people set.
                put(column, rule, "max", complement(check.mostly()), 1, check.gravity());
            }
            case Condition.Absent absent -> cell(column, check, "is", NODES.booleanNode(true));
            case Condition.OfType type ->
                cell(
                        column,
                        check,
                        "is",
                        single(texts(type.types().stream().map(ValueType::id).toList())));
            case Condition.InSet set -> cell(column, check, "values", values(set.values()));
            case Condition.InRange range -> cell(column, check, "", bounds(range.bounds()));
            case Condition.LengthIn length ->
                cell(
                        column,
                        check,
                        "",
                        bounds(Bounds.between(length.min(), length.max() == Long.MAX_VALUE ? null : length.max())));
            case Condition.Matches matches -> pattern(column, check, matches);
            case Condition.Formatted formatted ->
                cell(column, check, "is", TextNode.valueOf(formatted.format().id()));
        }
    }

    /** What may be missing, as it was written: 1 - 0.99 is not quite 0.01. */
    private static JsonNode complement(double share) {
        double rounded = Math.round((1 - share) * 1e12) / 1e12;
        return rounded == Math.rint(rounded) ? NODES.numberNode((long) rounded) : NODES.numberNode(rounded);
    }

    private static void pattern(ObjectNode column, Check.OfCells check, Condition.Matches matches) {
        JsonNode patterns =
                texts(matches.patterns().stream().map(Pattern::pattern).toList());
        if (matches.quantity() == Condition.Matches.Quantity.ALL) {
            cell(column, check, "all", single(patterns));
        } else {
            ObjectNode content = NODES.objectNode();
            content.set(matches.quantity().name().toLowerCase(Locale.ROOT), patterns);
            cell(column, check, "", content);
        }
    }

    private static void cell(ObjectNode column, Check.OfCells check, String field, JsonNode content) {
        put(column, check.condition().id(), field, content, check.mostly(), check.gravity());
    }

    private static void table(Check check, ObjectNode node) {
        switch (check) {
            case Check.OfRows rows -> {
                node.put("row", rows.condition().toString());
                more(node, rows.mostly(), rows.gravity());
            }
            case Check.Key key -> {
                node.set("key", texts(key.columns()));
                more(node, key.mostly(), key.gravity());
            }
            case Check.Lookup lookup -> {
                ObjectNode content = node.putObject("lookup");
                content.set("columns", texts(lookup.columns()));
                content.put("file", lookup.file());
                content.set("keys", texts(lookup.keys()));
                more(node, lookup.mostly(), lookup.gravity());
            }
            case Check.OfColumn one -> {
                node.put("statistic", one.statistic().id());
                if (one.statistic() == Statistic.QUANTILE) {
                    node.put("quantile", one.quantile());
                }
                node.set("columns", texts(one.columns()));
                node.set("range", bounds(one.bounds()));
                more(node, 1, one.gravity());
            }
            case Check.RowCount rows -> counted(node, "rows", rows.bounds(), rows.gravity());
            case Check.ColumnCount count -> counted(node, "column_count", count.bounds(), count.gravity());
            case Check.ColumnNames names -> {
                ObjectNode content = node.putObject("columns");
                content.set("names", texts(names.wanted()));
                content.put("exact", names.exact());
                content.put("ordered", names.ordered());
                more(node, 1, names.gravity());
            }
            default -> throw new IllegalArgumentException("'" + check.name() + "' belongs to a column");
        }
        node.put("name", check.name());
    }

    private static void counted(ObjectNode node, String kind, Bounds bounds, Gravity gravity) {
        node.set(kind, bounds(bounds));
        more(node, 1, gravity);
    }

    /** The bare content where nothing else is to be said; a content that is an object takes the rest in. */
    private static void put(
            ObjectNode parent, String rule, String field, JsonNode content, double mostly, Gravity gravity) {
        if (mostly == 1 && gravity == Gravity.ERROR) {
            parent.set(rule, content);
        } else if (content instanceof ObjectNode object) {
            parent.set(rule, more(object, mostly, gravity));
        } else {
            more(parent.putObject(rule).set(field, content), mostly, gravity);
        }
    }

    private static ObjectNode more(ObjectNode node, double mostly, Gravity gravity) {
        if (mostly != 1) {
            node.put("mostly", mostly);
        }
        if (gravity != Gravity.ERROR) {
            node.put("severity", gravity.id());
        }
        return node;
    }

    private static ObjectNode bounds(Bounds bounds) {
        return bounds(NODES.objectNode(), bounds);
    }

    private static ObjectNode bounds(ObjectNode node, Bounds bounds) {
        if (bounds.min() != null) {
            node.set(bounds.minExcluded() ? "above" : "min", value(bounds.min()));
        }
        if (bounds.max() != null) {
            node.set(bounds.maxExcluded() ? "below" : "max", value(bounds.max()));
        }
        return node;
    }

    private static ArrayNode values(List<Object> values) {
        ArrayNode node = NODES.arrayNode();
        values.forEach(value -> node.add(value(value)));
        return node;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode node = NODES.arrayNode();
        texts.forEach(node::add);
        return node;
    }

    private static JsonNode single(JsonNode list) {
        return list.size() == 1 ? list.get(0) : list;
    }

    private static JsonNode value(Object value) {
        return switch (value) {
            case Long whole -> NODES.numberNode(whole);
            case Double real -> NODES.numberNode(real);
            case Boolean truth -> NODES.booleanNode(truth);
            default -> NODES.textNode(value.toString());
        };
    }
}
