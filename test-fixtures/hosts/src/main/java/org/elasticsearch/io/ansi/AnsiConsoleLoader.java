package org.elasticsearch.io.ansi;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells a starting server that it has no console.
 *
 * <p>The server looks this class up by name in the jars under {@code lib/tools/ansi-console} and refuses to start without
 * it. The original is not published; a server that writes to a file needs no coloured output, so null is the whole answer.
 */
public final class AnsiConsoleLoader implements Supplier<@Nullable Object> {

    @Override
    public @Nullable Object get() {
        return null;
    }
}
