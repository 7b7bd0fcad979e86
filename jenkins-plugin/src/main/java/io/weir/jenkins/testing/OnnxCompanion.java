package io.weir.jenkins.testing;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A process on the agent that serves an ONNX model to this step only. Models and their runtime are native code that may crash
 * or grow: not in the agent's own process. It ends with the step, and if the agent dies.
 */
final class OnnxCompanion implements Closeable {
    /** The variable of the agent's environment with the companion's folder. */
    static final String VARIABLE = "WEIR_ONNX";

    private static final String MAIN = "io.weir.onnx.OnnxServer";
    private static final String TOKEN_VARIABLE = "WEIR_ONNX_TOKEN";
    private static final String READY = "port ";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 24;
    private static final int LOAD_SECONDS = 120;
    private static final int END_SECONDS = 5;
    private static final int SHOWN_LINES = 5;

    /** What a program needs anywhere; the rest may be secret. */
    private static final Set<String> PASSED_ON =
            Set.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP", "SystemRoot", "LD_LIBRARY_PATH");

    private final Process process;
    private final String token;
    private final int port;

    private OnnxCompanion(Process process, String token, int port) {
        this.process = process;
        this.token = token;
        this.port = port;
    }

    /**
     * Starts it and waits until the model is loaded.
     *
     * @param companion the folder with its jars
     * @param scratch where its messages go
     * @throws IOException saying why the model is not served
     * @throws InterruptedIOException if the thread is interrupted
     */
    static OnnxCompanion start(String companion, Path model, String name, Path scratch) throws IOException {
        if (!Files.isRegularFile(model)) {
            throw new IOException("endpoint.onnx is '" + model.getFileName() + "', which is not in the workspace");
        }
        if (!isCompanion(Path.of(companion))) {
            throw new IOException("the companion's folder is '" + companion
                    + "', but there is no weir-onnx-….jar on this agent; copy the folder weir-onnx there");
        }
        String token = newToken();
        Path log = scratch.resolve("onnx.log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                companion + File.separator + "*",
                MAIN,
                model.toString(),
                name);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(PASSED_ON);
        environment.put(TOKEN_VARIABLE, token);
        Process process = builder.redirectError(log.toFile()).start();
        try {
            String said = firstLine(process);
            if (said == null || !said.startsWith(READY)) {
                throw new IOException(
                        "endpoint.onnx is '" + model.getFileName() + "', which can't be served: " + tail(log));
            }
            return new OnnxCompanion(process, token, Integer.parseInt(said.substring(READY.length())));
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static boolean isCompanion(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "weir-onnx-*.jar")) {
            return jars.iterator().hasNext();
        }
    }

    private static String newToken() {
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static @Nullable String firstLine(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        CompletableFuture<@Nullable String> line = new CompletableFuture<>();
        Thread.ofVirtual().name("weir-onnx").start(() -> {
            try {
                line.complete(out.readLine());
            } catch (IOException e) {
                line.completeExceptionally(e);
            }
        });
        try {
            return line.get(LOAD_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("loading the model was stopped");
        } catch (TimeoutException e) {
            throw new IOException("the ONNX model was not loaded within " + LOAD_SECONDS + " s", e);
        } catch (ExecutionException e) {
            throw new IOException("the ONNX companion says nothing: " + e.getMessage(), e);
        }
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return String.join(" ", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    }

    String token() {
        return token;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
