package io.weir.evaluation.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.StrictJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * MLflow's scoring server: {@code POST /invocations} with {@code dataframe_split}.
 *
 * <p>Predictions are one value for each row, called {@value #COLUMN}; or a list, called {@code prediction[0]} and so on; or an
 * object with a name for each.
 */
final class MlflowInvocations implements Protocol {
    /** What a prediction without a name is called. */
    static final String COLUMN = "prediction";

    private final EndpointSettings settings;

    MlflowInvocations(EndpointSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> readyPaths() {
        return List.of("/ping");
    }

    @Override
    public String path() {
        return "/invocations";
    }

    @Override
    public Map<String, Datatype> types() {
        return Map.of();
    }

    @Override
    public byte[] request(FeatureRows rows) {
        ObjectNode request = StrictJson.object();
        ObjectNode frame = request.putObject("dataframe_split");
        ArrayNode columns = frame.putArray("columns");
        rows.columns().forEach(column -> columns.add(column.name()));
        ArrayNode data = frame.putArray("data");
        for (int row = 0; row < rows.rows(); row++) {
            ArrayNode values = data.addArray();
            for (FeatureColumn column : rows.columns()) {
                column.addTo(values, row);
            }
        }
        return StrictJson.write(request);
    }

    @Override
    public Outputs outputs(byte[] answer, int rows) throws WrongAnswerException {
        ObjectNode document = Answers.object(answer);
        JsonNode predictions = document.path("predictions");
        if (!predictions.isArray()) {
            throw new WrongAnswerException("has no list 'predictions', only the fields "
                    + document.properties().stream().map(Map.Entry::getKey).toList());
        }
        if (predictions.size() != rows) {
            throw new WrongAnswerException("has " + predictions.size() + " predictions for " + rows
                    + " rows that were sent; the model must answer each row");
        }
        Outputs outputs = new Outputs();
        for (String column : columns(predictions.get(0))) {
            add(outputs, column, values(predictions, column));
        }
        return outputs.renamed(settings.outputs());
    }

    private static Set<String> columns(JsonNode prediction) throws WrongAnswerException {
        Set<String> columns = new LinkedHashSet<>();
        if (prediction.isObject()) {
            prediction.fieldNames().forEachRemaining(columns::add);
        } else if (prediction.isArray()) {
            for (int place = 0; place < prediction.size(); place++) {
                columns.add(Outputs.name(COLUMN, place, prediction.size()));
            }
        } else {
            columns.add(COLUMN);
        }
        if (columns.isEmpty() || columns.size() > EndpointSettingsReader.MAX_COLUMNS) {
            throw new WrongAnswerException("has " + columns.size() + " values for a row, must be from 1 to "
                    + EndpointSettingsReader.MAX_COLUMNS);
        }
        return columns;
    }

    /** One value of each prediction; all of them have the form of the first. */
    private static List<JsonNode> values(JsonNode predictions, String column) throws WrongAnswerException {
        JsonNode first = predictions.get(0);
        int place = first.isArray() && first.size() > 1
                ? Integer.parseInt(column.substring(COLUMN.length() + 1, column.length() - 1))
                : 0;
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode prediction : predictions) {
            if (prediction.getNodeType() != first.getNodeType()
                            && (prediction.isContainerNode() || first.isContainerNode())
                    || prediction.size() != first.size()) {
                throw Answers.wrong(
                        prediction, column, values.size(), "of the same form as the first, " + Answers.shown(first));
            }
            JsonNode value =
                    first.isObject() ? prediction.path(column) : first.isArray() ? prediction.get(place) : prediction;
            if (value.isMissingNode() || value.isContainerNode()) {
                throw Answers.wrong(
                        prediction, column, values.size(), "of the same form as the first, " + Answers.shown(first));
            }
            values.add(value);
        }
        return values;
    }

    private static void add(Outputs outputs, String column, List<JsonNode> values) throws WrongAnswerException {
        if (values.getFirst().isTextual()) {
            String[] texts = new String[values.size()];
            for (int row = 0; row < texts.length; row++) {
                texts[row] = Answers.text(values.get(row), column, row);
            }
            outputs.put(column, texts);
        } else {
            double[] numbers = new double[values.size()];
            for (int row = 0; row < numbers.length; row++) {
                numbers[row] = Answers.number(values.get(row), column, row);
            }
            outputs.put(column, numbers);
        }
    }
}
