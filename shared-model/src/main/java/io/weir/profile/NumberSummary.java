package io.weir.profile;

import io.weir.sketch.KllSketch;
import io.weir.sketch.Moments;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Quantiles and moments of numbers, or of times as milliseconds since 1970. */
public final class NumberSummary {
    private final KllSketch quantiles;
    private final Moments moments;

    private NumberSummary(KllSketch quantiles, Moments moments) {
        this.quantiles = quantiles;
        this.moments = moments;
    }

    static NumberSummary create(int k, long seed) {
        return new NumberSummary(KllSketch.create(k, seed), new Moments());
    }

    /** Ranks and quantiles of all values, infinite ones included. */
    public KllSketch quantiles() {
        return quantiles;
    }

    /** Moments and range of the finite values. */
    public Moments moments() {
        return moments;
    }

    void add(double value, long times) {
        if (times == 1) {
            quantiles.add(value);
            moments.add(value);
        } else {
            quantiles.add(value, times);
            moments.add(value, times);
        }
    }

    void merge(NumberSummary other) {
        quantiles.merge(other.quantiles);
        moments.merge(other.moments);
    }

    NumberSummary copy() {
        Moments copied = new Moments();
        copied.merge(moments);
        return new NumberSummary(quantiles.copy(), copied);
    }

    void writeTo(DataOutput out) throws IOException {
        quantiles.writeTo(out);
        moments.writeTo(out);
    }

    static NumberSummary readFrom(DataInput in) throws IOException {
        return new NumberSummary(KllSketch.readFrom(in), Moments.readFrom(in));
    }
}
