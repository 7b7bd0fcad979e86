package io.weir.evaluation.endpoint;

import static io.weir.evaluation.endpoint.ServedModel.INFER;
import static io.weir.evaluation.endpoint.ServedModel.INVOCATIONS;
import static io.weir.evaluation.endpoint.ServedModel.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.table.TableOptions;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An endpoint that lies, fails or hangs ends in an error that says where, what and what to do; nothing waits for ever. */
@Timeout(60)
class MisbehavingEndpointTest {
    @TempDir
    Path folder;

    private final ServedModel served = new ServedModel().withLinearModel();

    @BeforeEach
    void rows() throws IOException {
        ServedModel.table(folder.resolve("t.csv"), 25);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'outputs':[{'name':'p','shape':[2],'datatype':'FP64','data':[1,2]}]}|the answer has 2 rows of the output 'p' for 5 rows that were sent",
                "{'outputs':[{'name':'p','shape':[6],'datatype':'FP64','data':[1,2,3,4,5,6]}]}|the answer has 6 rows of the output 'p' for 5 rows",
                "{'outputs':[{'name':'p','shape':[5],'datatype':'FP64','data':[1,2]}]}|the answer has 2 values of the output 'p', its shape [5] says 5",
                "{'outputs':[{'name':'p','shape':[5],'datatype':'INT64','data':[1,2,3,4,0.5]}]}|for 'p' of row 5 of the batch the value 0.5, must be of its datatype INT64",
                "{'outputs':[{'name':'p','shape':[5],'datatype':'INT8','data':[1,2,3,4,128]}]}|the value 128, must be of its datatype INT8",
                "{'outputs':[{'name':'p','shape':[5],'datatype':'FP64','data':[1,2,3,'x',5]}]}|for 'p' of row 4 of the batch the value \"x\", must be of its datatype FP64",
                "{'outputs':[{'name':'p','shape':[5],'datatype':'FP64','data':[1,2,null,4,5]}]}|for 'p' of row 3 of the batch the value null",
                "{'outputs':[{'name':'p','shape':[5],'datatype':'FP64','data':[1,2,NaN,4,5]}]}|the answer has NaN or an infinite number, which is neither JSON nor a prediction",
                "{'outputs':[{'name':'p','shape':[5],'datatype':'FP64','data':[1,2,3,4,1e999]}]}|for 'p' of row 5 of the batch the value",
                "{'outputs':[{'name':'p','shape':[5],'datatype':'INT64','data':[1,2,3,4,9007199254740993]}]}|must be a number of at most 2^53; let the model give such ids as text",
                "{'outputs':[{'name':'p','shape':[5],'datatype':'FP16','data':[1,2,3,4,5]}]}|the datatype 'FP16' is not supported; there are BOOL, UINT8",
                "{'outputs':[{'name':'p','shape':[5,9999999999],'datatype':'FP64','data':[]}]}|gives the output 'p' the shape [5,9999999999], must be a list",
                "{'outputs':[{'name':'p','shape':[5,2147483647,2147483647],'datatype':'FP64','data':[]}]}|values a row of the output 'p', must be from 1 to 2000",
                "{'outputs':[{'name':'p','shape':[5],'datatype':'FP64'}]}|has no list of values for the output 'p'; binary data can't be read",
                "{'outputs':[{'name':'p','shape':[5],'datatype':'FP64','data':[1,2,3,4,5]},{'name':'p','shape':[5],'datatype':'FP64','data':[1,2,3,4,5]}]}|has the output 'p' twice",
                "{'outputs':[]}|the answer has no list 'outputs', only the fields [outputs]",
                "{'model_name':'fraud','outputs':[{'name':'p','shape':[5],'datatype':'FP64','data':[1,2,3,4,5]}]}|is of the model \"fraud\", asked was 'churn'",
                "[1,2,3]|the answer can't be read: it is not a JSON object",
                "<html>|the answer can't be read: it is not valid JSON at line 1",
            })
    void shouldSayWhatIsWrongWithAnAnswer(String answer, String message) {
        served.on(INFER, (exchange, request) -> {
            boolean last = ServedModel.rows(request) == 5;
            reply(exchange, 200, last ? answer : goodAnswer(10));
        });

        assertThatThrownBy(() -> predict(Map.of(), ServedModel.hasty(0)))
                .isInstanceOf(EndpointException.class)
                .hasMessageStartingWith(served.url() + INFER + ", batch 3 (rows 21 to 25): ")
                .hasMessageContaining(message);
    }

    private static String goodAnswer(int rows) {
        return "{'outputs':[{'name':'p','shape':[" + rows + "],'datatype':'FP64','data':"
                + ServedModel.list(rows, row -> 0.5) + "}]}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'predictions':[1,2,3]}|has 3 predictions for 25 rows that were sent",
                "{'error':'no'}|has no list 'predictions', only the fields [error]",
                "1|can't be read: it is not a JSON object",
            })
    void shouldSayWhatIsWrongWithPredictions(String answer, String message) {
        served.json(INVOCATIONS, request -> answer);

        assertThatThrownBy(() -> predict(Map.of("protocol", "mlflow"), EndpointLimits.DEFAULT))
                .hasMessageStartingWith(served.url() + INVOCATIONS + ", batch 1 (rows 1 to 25): the answer ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1|'x'|of row 2 of the batch the value \"x\", must be a finite number, as for other rows",
                "'x'|1|of row 2 of the batch the value 1, must be a text, as for other rows",
                "1|[1]|of row 2 of the batch the value [1], must be of the same form as the first, 1",
                "[1,2]|[1]|of row 2 of the batch the value [1], must be of the same form as the first, [1,2]",
                "{'p':1}|{'q':1}|of row 2 of the batch the value {\"q\":1}, must be of the same form as the first",
                "{'p':1}|null|of row 2 of the batch the value null, must be of the same form as the first",
                "null|1|of row 1 of the batch the value null, must be a finite number",
                "{}|{}|has 0 values for a row, must be from 1 to",
            })
    void shouldRefusePredictionsOfSeveralForms(String first, String second, String message) {
        served.json(
                INVOCATIONS,
                request -> "{'predictions':" + ServedModel.list(25, row -> row == 1 ? second : first) + "}");

        assertThatThrownBy(() -> predict(Map.of("protocol", "mlflow"), EndpointLimits.DEFAULT))
                .hasMessageContaining(message);
    }

    @Test
    void shouldRefuseAnswersThatChangeTheirColumns() {
        AtomicInteger answers = new AtomicInteger();
        served.json(INFER, request -> {
            String name = answers.getAndIncrement() == 0 ? "p" : "q";
            int rows = ServedModel.rows(request);
            return "{'outputs':[{'name':'" + name + "','shape':[" + rows + "],'datatype':'FP64','data':"
                    + ServedModel.list(rows, row -> 1) + "}]}";
        });

        assertThatThrownBy(() -> predict(Map.of(), ServedModel.hasty(0).with(10, 1)))
                .hasMessageContaining(
                        "batch 2 (rows 11 to 20): the answer has the numbers [q] and texts [], earlier ones [p]");
    }

    @Test
    void shouldNameAnOutputThatIsNotThere() {
        assertThatThrownBy(() -> predict(Map.of("outputs", Map.of("score", "proba[1]")), EndpointLimits.DEFAULT))
                .hasMessageContaining("the answer has no output 'proba[1]', only [p]; correct outputs.score");
    }

    @Test
    void shouldShowWhatAServerSaysWithItsError() {
        served.on(INFER, (exchange, request) -> reply(exchange, 500, "{'error':'CUDA\n\u001b[31m out of memory'}"));

        assertThatThrownBy(() -> predict(Map.of(), ServedModel.hasty(3).with(10, 1)))
                .hasMessageContaining(
                        "batch 1 (rows 1 to 10): answered 500: {\"error\":\"CUDA [31m out of memory\"}; see the"
                                + " endpoint's own log");
        // Errors other than 429 and 503 are not tried again.
        assertThat(served.requests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"429", "503"})
    void shouldTryAgainWhenTheServerIsBusy(int status) throws IOException {
        AtomicInteger attempts = new AtomicInteger();
        served.on(INFER, (exchange, request) -> {
            if (attempts.getAndIncrement() < 2) {
                exchange.getResponseHeaders().add("Retry-After", "0");
                reply(exchange, status, "");
            } else {
                reply(exchange, 200, goodAnswer(ServedModel.rows(request)));
            }
        });

        EndpointStatistics statistics = predict(Map.of(), ServedModel.hasty(2).with(10, 1));

        assertThat(attempts).hasValue(5);
        assertThat(statistics.requests()).isEqualTo(3);
        assertThat(statistics.retries()).isEqualTo(2);
        assertThat(statistics.errors()).isEqualTo(Map.of(String.valueOf(status), 2L));
    }

    @Test
    void shouldGiveUpAfterTheLastRetry() {
        served.on(INFER, (exchange, request) -> reply(exchange, 503, "{'error':'loading'}"));

        assertThatThrownBy(() -> predict(Map.of(), ServedModel.hasty(2).with(25, 1)))
                .hasMessageContaining("batch 1 (rows 1 to 25): answered 503: {\"error\":\"loading\"}, at the last of 3"
                        + " attempts; see whether it is up, and whether it bears 1 requests at a time");
        assertThat(served.requests).hasSize(3);
    }

    @Test
    void shouldTryAgainWhenTheConnectionBreaks() throws IOException {
        AtomicInteger attempts = new AtomicInteger();
        served.on(INFER, (exchange, request) -> {
            if (attempts.getAndIncrement() == 0) {
                // More is announced than is sent before the connection closes.
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write('{');
            } else {
                reply(exchange, 200, goodAnswer(ServedModel.rows(request)));
            }
        });

        EndpointStatistics statistics = predict(Map.of(), ServedModel.hasty(1).with(25, 1));

        assertThat(statistics.errors()).isEqualTo(Map.of("connection", 1L));
        assertThat(statistics.predictions()).isEqualTo(25);
    }

    @Test
    void shouldNotWaitForAnAnswerThatDoesNotCome() {
        CountDownLatch never = new CountDownLatch(1);
        served.on(INFER, (exchange, request) -> never.await());

        assertThatThrownBy(() -> predict(Map.of(), ServedModel.impatient()))
                .hasMessageContaining(": no whole answer within 400 ms; set timeout higher, or batch lower");
    }

    @Test
    void shouldNotWaitForAnAnswerThatDoesNotEnd() {
        served.on(INFER, (exchange, request) -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(10);
            }
        });

        assertThatThrownBy(() -> predict(Map.of(), ServedModel.impatient()))
                .hasMessageContaining(": no whole answer within 400 ms");
    }

    @Test
    void shouldStopAtTheDeadlineWhateverIsLeftToDo() {
        served.on(INFER, (exchange, request) -> {
            exchange.getResponseHeaders().add("Retry-After", "60");
            reply(exchange, 429, "");
        });

        assertThatThrownBy(() -> predict(Map.of(), ServedModel.hasty(20)))
                .hasMessageContaining(
                        "answered 429, and not asked again, since the deadline of 40000 ms for everything is"
                                + " over; set deadline higher, or take fewer rows");
    }

    @Test
    void shouldGiveUpAnAnswerThatIsTooLong() {
        served.json(INFER, request -> "{'outputs':[" + " ".repeat(1 << 15) + "]}");

        assertThatThrownBy(() -> predict(Map.of(), ServedModel.hasty(3)))
                .hasMessageContaining("the answer has more than 16384 bytes; set batch lower, or max_answer higher");
    }

    @Test
    void shouldWaitUntilTheModelIsReady() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        served.on(
                "/v2/models/churn/ready",
                (exchange, request) -> reply(exchange, asked.getAndIncrement() < 2 ? 400 : 200, ""));
        EndpointLimits patient = EndpointLimits.DEFAULT;

        assertThat(predict(Map.of(), patient).predictions()).isEqualTo(25);
        assertThat(asked).hasValue(3);
    }

    @Test
    void shouldSayThatAModelDoesNotBecomeReady() {
        served.on("/v2/models/churn/ready", (exchange, request) -> reply(exchange, 404, "{'error':'unknown model'}"));

        assertThatThrownBy(() -> predict(Map.of(), ServedModel.hasty(3)))
                .hasMessage(served.url() + "/v2/models/churn/ready: not ready within 2000 ms, at last: answered 404:"
                        + " {\"error\":\"unknown model\"}; see whether model and version are served there, or wait longer by"
                        + " ready");
    }

    @Test
    void shouldSayThatNobodyListens() {
        String url = served.url();
        served.close();

        assertThatThrownBy(() -> predict(Map.of("url", url), ServedModel.hasty(3)))
                .hasMessageStartingWith(url + "/v2/health/ready: not ready within 2000 ms, at last: no connection")
                .hasMessageContaining("ConnectException");
    }

    @Test
    void shouldNotAskWhetherItIsReadyIfToldNotTo() throws IOException {
        served.on("/v2/health/ready", (exchange, request) -> reply(exchange, 404, ""));
        EndpointLimits usual = EndpointLimits.DEFAULT;
        EndpointLimits impatient = new EndpointLimits(
                10, 2, usual.connect(), usual.request(), usual.total(), Duration.ZERO, 0, usual.answerBytes());

        assertThat(predict(Map.of(), impatient).predictions()).isEqualTo(25);
    }

    @Test
    void shouldStopAtOnceWhenInterrupted() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        served.on(INFER, (exchange, request) -> {
            asked.countDown();
            never.await();
        });
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        Thread asking = new Thread(() -> {
            try {
                predict(Map.of(), EndpointLimits.DEFAULT);
            } catch (IOException e) {
                thrown.add(e);
                stillInterrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        asking.start();
        asked.await();

        asking.interrupt();
        asking.join();

        assertThat(thrown)
                .singleElement()
                .isInstanceOf(InterruptedIOException.class)
                .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                .hasMessageEndingWith(" was stopped");
        assertThat(stillInterrupted).isTrue();
    }

    private EndpointStatistics predict(Map<String, ?> more, EndpointLimits limits) throws IOException {
        EndpointSettings settings = served.settings(more).with(limits);
        try (ModelEndpoint endpoint = ModelEndpoint.connect(settings, NetworkPolicy.LOCAL, null)) {
            endpoint.predict(folder, "t.csv", TableOptions.DEFAULT, 10_000);
            return endpoint.statistics();
        }
    }
}
