package io.weir.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rule {@code distribution} of a column: {@code measure}, its range, and one of {@code shares} (of categories, with {@code
 * other}), {@code edges} with {@code weights}, or {@code family} with its parameters.
 */
final class DistributionFields {
    private static final int MAX_CELLS = 10_000;
    private static final int MAX_NAME = 40;

    private DistributionFields() {}

    static Check read(String column, JsonFields parent, RuleFields rule) {
        Bounds bounds = rule.bounds();
        JsonFields fields = parent.object("distribution");
        // The bounds were read from the same fields.
        List.of("min", "max", "above", "below", "severity").forEach(fields::has);
        Distribution.Measure measure = fields.parsed("measure", MAX_NAME, Distribution.Measure::of);
        try {
            Check check = new Check.Distributed(
                    column + ".distribution", column, expected(fields), measure, bounds, rule.gravity());
            fields.end();
            return check;
        } catch (InvalidJsonException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException(parent.path("distribution") + ": " + e.getMessage());
        }
    }

    private static Distribution expected(JsonFields fields) {
        List<String> kinds = new ArrayList<>(List.of("shares", "edges", "family"));
        kinds.removeIf(kind -> !fields.has(kind));
        if (kinds.size() != 1) {
            throw new IllegalArgumentException("it has " + (kinds.isEmpty() ? "none" : String.join(" and ", kinds))
                    + " of shares, edges, family; must have exactly one");
        }
        return switch (kinds.getFirst()) {
            case "shares" -> categories(fields);
            case "edges" -> new Distribution.Bins(numbers(fields, "edges"), numbers(fields, "weights"));
            default -> known(fields);
        };
    }

    private static Distribution categories(JsonFields fields) {
        JsonFields shares = fields.object("shares");
        if (shares.names().size() > MAX_CELLS) {
            throw new IllegalArgumentException(
                    "shares has " + shares.names().size() + " categories, at most " + MAX_CELLS + " are allowed");
        }
        Map<Object, Double> all = new LinkedHashMap<>();
        shares.names().forEach(category -> all.put(category, shares.number(category, 0, 1)));
        return new Distribution.Categories(all, fields.has("other") ? fields.number("other", 0, 1) : 0);
    }

    private static Distribution known(JsonFields fields) {
        DistributionFamily family = fields.parsed("family", MAX_NAME, DistributionFamily::of);
        Map<String, Double> parameters = new LinkedHashMap<>();
        JsonFields given = fields.object("parameters");
        given.names().forEach(name -> parameters.put(name, given.number(name, -Double.MAX_VALUE, Double.MAX_VALUE)));
        return new Distribution.Known(family, parameters);
    }

    private static List<Double> numbers(JsonFields fields, String name) {
        JsonNode list = fields.value(name);
        if (list == null || !list.isArray() || list.size() > MAX_CELLS) {
            throw new IllegalArgumentException(name + " must be a list of at most " + MAX_CELLS + " numbers");
        }
        List<Double> numbers = new ArrayList<>();
        for (JsonNode one : list) {
            if (!one.isNumber()) {
                throw new IllegalArgumentException(name + " has " + one + ", must be numbers");
            }
            numbers.add(one.doubleValue());
        }
        return numbers;
    }

    static ObjectNode write(Check.Distributed check) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("measure", check.measure().id());
        switch (check.expected()) {
            case Distribution.Categories categories -> {
                ObjectNode shares = node.putObject("shares");
                categories.shares().forEach((category, share) -> shares.put(category.toString(), share));
                if (categories.other() > 0) {
                    node.put("other", categories.other());
                }
            }
            case Distribution.Bins bins -> {
                numbers(node.putArray("edges"), bins.edges());
                numbers(node.putArray("weights"), bins.shares());
            }
            case Distribution.Known known -> {
                node.put("family", known.family().id());
                ObjectNode parameters = node.putObject("parameters");
                known.parameters().forEach(parameters::put);
            }
        }
        return node;
    }

    private static void numbers(ArrayNode node, List<Double> numbers) {
        numbers.forEach(node::add);
    }
}
