package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.incident.IncidentActionsForTests;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.elasticsearch.ExceptionsHelper;

/** What a node answers to requests that are wrong, and to those that only look. */
public class RequestsTests extends WeirNodeTestCase {
    private static final String DETECTOR = """
            {"index": ["metrics-requests"], "interval": "1m", "window": "10m",
             "clauses": [{"name": "load", "aggregation": {"max": {"field": "load"}},
                          "condition": {"threshold": {"above": 100}, "for": 2}}],
             "resolve_after": 1, "webhooks": ["jenkins"]}""";
    private static final long MINUTE = 60_000;

    public void testShouldRefuseWhatCannotWorkAndChangeNothing() {
        createMetrics();

        refused(DETECTOR.replace("metrics-requests", "absent"), "index", "no such index");
        refused(DETECTOR.replace("\"max\"", "\"maximum\""), "clauses[0].aggregation", "maximum");
        refused(DETECTOR.replace("\"load\"}", "\"name\"}"), "search", "name", "keyword");
        refused(DETECTOR.replace("\"interval\"", "\"query\": {\"trem\": {}}, \"interval\""), "query", "trem");
        refused(
                DETECTOR.replace("{\"max\": {\"field\": \"load\"}}", "{\"derivative\": {\"buckets_path\": \"x\"}}"),
                "clauses[0]",
                "aggregation");
        refused(DETECTOR.replace("[\"jenkins\"]", "[\"jenkinz\"]"), "webhooks", "'jenkinz' is unknown");
        refused(DETECTOR.replace("[\"jenkins\"]", "[\"silent\"]"), "webhooks", "weir.webhook.silent.secret");
        refused(DETECTOR.replace("\"interval\"", "\"intervall\""), "interval is missing");
        refused("[]", "not a JSON object");
        refused("{\"a\":".repeat(40) + "1" + "}".repeat(40), "32");
        refused("{\"index\": [\"" + "x".repeat(1 << 20) + "\"]}", "bytes", "limit");
        refused("", "body is missing");

        Assertions.assertThat(call(DetectorActions.LIST.action(), Map.of(), "")
                        .path("total")
                        .asInt())
                .isZero();
        Assertions.assertThatThrownBy(
                        () -> client().prepareGet(".weir-detectors", "x").get())
                .as("nothing was ever written")
                .hasMessageContaining("no such index");
    }

    public void testShouldRefuseWhatItCouldStoreAndNotReadAgain() {
        createMetrics();

        refused(
                DETECTOR.replace("\"interval\"", "\"query\": " + nested() + ", \"interval\""),
                "the detector as it is stored",
                "32");
        refused(
                DETECTOR.replace("\"interval\"", "\"group_by\": [\"app.kubernetes.io/name\"], \"interval\""),
                "group_by",
                "'app.kubernetes.io/name'",
                "a-z 0-9 . _ @ -");
        refused(
                DETECTOR.replace(
                        "\"interval\"",
                        "\"query\": {\"ids\": {\"values\": [\"" + "x".repeat(66_000) + "\"]}}, \"interval\""),
                "bytes",
                "65536");
    }

    public void testShouldRefuseMoreGroupsThanANodeCanHold() {
        createMetrics();

        refused(
                DETECTOR.replace("\"10m\"", "\"500m\"").replace("\"interval\"", "\"max_groups\": 10000, \"interval\""),
                "max_groups is 10000",
                "500 intervals of 1 clauses",
                "5000000",
                "at most 4000000");
    }

    public void testShouldRefuseABodyThatNobodyReads() {
        Assertions.assertThat(DetectorActions.endpoints())
                .allSatisfy(endpoint -> Assertions.assertThat(endpoint.takesBody())
                        .as(endpoint.action().name())
                        .isEqualTo(endpoint.action().name().matches(".*/(put|preview)")));
    }

    public void testShouldWarnOfAFieldWithoutNumbersAndOfAPatternWithoutIndices() {
        createMetrics();

        JsonNode unmapped = put("unmapped", DETECTOR.replace("\"load\"}", "\"laod\"}"));
        JsonNode nowhere = put("nowhere", DETECTOR.replace("metrics-requests", "nowhere-*"));

        Assertions.assertThat(unmapped.path("warnings").path(0).asText()).contains("clauses[0]", "no value");
        Assertions.assertThat(nowhere.path("warnings").path(0).asText()).contains("no index matches [nowhere-*]");
    }

    public void testShouldCountVersionsAndAnswerWhatWasPut() {
        createMetrics();
        put("d", DETECTOR);
        JsonNode second = put("d", DETECTOR);

        Assertions.assertThat(second.path("version").asInt()).isEqualTo(2);
        ObjectNode answer = call(DetectorActions.GET.action(), Map.of("id", "d"), "");
        Assertions.assertThat(answer.path("detector")
                        .path("clauses")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("load");
        Assertions.assertThat(answer.has("creator")).isFalse();
        call(DetectorActions.STOP.action(), Map.of("id", "d"), "");
        Assertions.assertThat(call(DetectorActions.EXPLAIN.action(), Map.of("id", "d"), "")
                        .path("task")
                        .isNull())
                .isTrue();
        call(DetectorActions.DELETE.action(), Map.of("id", "d"), "");
        status(404, () -> call(DetectorActions.GET.action(), Map.of("id", "d"), ""), "'d'");
        status(404, () -> call(DetectorActions.START.action(), Map.of("id", "d"), ""), "'d'");
    }

    public void testShouldPreviewThePastAndStoreNothing() {
        createMetrics();
        long end = System.currentTimeMillis() / MINUTE * MINUTE - 10 * MINUTE;
        double[] loads = {1, 1, 500, 600, 1, 1};
        for (int i = 0; i < loads.length; i++) {
            index(end - (loads.length - i) * MINUTE, loads[i]);
        }
        client().admin().indices().prepareRefresh("metrics-requests").get();
        put("d", DETECTOR);

        ObjectNode preview = call(DetectorActions.PREVIEW.action(), Map.of("id", "d"), range(end - 6 * MINUTE, end));

        Assertions.assertThat(preview.path("incidents")).hasSize(1);
        Assertions.assertThat(preview.path("incidents").path(0).path("title").asText())
                .contains("above its limit");
        Assertions.assertThat(preview.path("incidents").path(0).has("resolved_at"))
                .isTrue();
        Assertions.assertThat(preview.path("intervals")).hasSize(6);
        Assertions.assertThat(call(IncidentActionsForTests.LIST, Map.of(), "")
                        .path("total")
                        .asInt())
                .isZero();
        status(
                400,
                () -> call(DetectorActions.PREVIEW.action(), Map.of("id", "d"), range(end, end)),
                "to",
                "after from");
        status(
                400,
                () -> call(DetectorActions.PREVIEW.action(), Map.of("id", "d"), "{\"from\": \"noon\"}"),
                "from",
                "noon");
    }

    public void testShouldRefuseReportsThatAreWrong() {
        String id = "0123456789abcdef0123456789abcdef-1";

        status(404, () -> call(IncidentActionsForTests.NOTE, Map.of("id", id), "{\"by\": \"ann\"}"), id);
        status(400, () -> call(IncidentActionsForTests.NOTE, Map.of("id", "x/y"), "{\"by\": \"ann\"}"), "x/y");
        status(400, () -> call(IncidentActionsForTests.NOTE, Map.of("id", id), "{}"), "by is missing");
        status(
                400,
                () -> call(
                        IncidentActionsForTests.NOTE, Map.of("id", id), "{\"by\": \"ann\", \"url\": \"javascript:x\"}"),
                "url");
        status(
                400,
                () -> call(IncidentActionsForTests.NOTE, Map.of("id", id), "{\"by\": \"ann\", \"outcome\": \"won\"}"),
                "outcome",
                "won");
        status(
                400,
                () -> call(
                        IncidentActionsForTests.RESOLVE,
                        Map.of("id", id),
                        "{\"by\": \"ann\", \"outcome\": \"failed\"}"),
                "failed",
                "fixed, not_needed, recovered");
        status(
                400,
                () -> call(IncidentActionsForTests.SUPPRESS, Map.of("id", id), "{\"by\": \"ann\", \"for\": \"99d\"}"),
                "for",
                "31d");
        status(400, () -> call(IncidentActionsForTests.LIST, Map.of("state", "closed"), ""), "state", "closed");
        status(400, () -> call(IncidentActionsForTests.LIST, Map.of("size", "-1"), ""), "size", "0 to 1000");
    }

    /** A query of 31 levels, which make 32 in a definition. */
    private static String nested() {
        return "{\"bool\":{\"must\":".repeat(13) + "{\"bool\":{\"must\":[{\"match_all\":{}}]}}" + "}}".repeat(13);
    }

    private void refused(String definition, String... told) {
        status(400, () -> put("x", definition), told);
    }

    private static void status(int status, Runnable request, String... told) {
        Assertions.assertThatThrownBy(request::run)
                .satisfies(error -> Assertions.assertThat(
                                ExceptionsHelper.status(error).getStatus())
                        .as(error.toString())
                        .isEqualTo(status))
                .hasMessageContainingAll(told);
    }

    private static String range(long from, long to) {
        return StrictJson.object()
                .put("from", Instant.ofEpochMilli(from).toString())
                .put("to", Instant.ofEpochMilli(to).toString())
                .toString();
    }

    private void index(long at, double load) {
        client().prepareIndex("metrics-requests")
                .setSource("@timestamp", at, "load", load)
                .get();
    }

    private void createMetrics() {
        client().admin()
                .indices()
                .prepareCreate("metrics-requests")
                .setMapping("@timestamp", "type=date", "name", "type=keyword", "load", "type=double")
                .get();
    }
}
