package io.weir.evaluation.explain;

import io.weir.evaluation.verdict.Numbers;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** A model whose predictions are counted: says how far it is at each tenth, and is asked nothing more once the thread is interrupted. */
public final class CountedModel implements Model {
    private static final int PARTS = 10;

    private final Model model;
    private final String what;
    private final long planned;
    private final Consumer<String> progress;
    private long asked;

    /**
     * Counts the calls of that model.
     *
     * @param what is done with it, for people
     * @param planned predictions in all
     * @param progress takes sentences
     */
    public CountedModel(Model model, String what, long planned, Consumer<String> progress) {
        this.model = model;
        this.what = what;
        this.planned = planned;
        this.progress = progress;
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException of an {@link InterruptedIOException} if the thread is interrupted
     */
    @Override
    public double[] scores(double[][] rows) {
        if (Thread.currentThread().isInterrupted()) {
            throw new UncheckedIOException(new InterruptedIOException(what + " was stopped"));
        }
        double[] scores = model.scores(rows);
        long before = asked * PARTS / planned;
        asked += rows.length;
        long now = asked * PARTS / planned;
        if (now > before) {
            progress.accept(
                    what + ": " + Numbers.count(asked) + " of " + Numbers.count(planned) + " predictions of the model");
        }
        return scores;
    }
}
