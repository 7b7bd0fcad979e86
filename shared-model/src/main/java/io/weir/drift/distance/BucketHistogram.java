package io.weir.drift.distance;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Counts per bucket, with the mass of a bucket spread evenly inside it, and a bucket of no width being a point: what TFDV's
 * standard histograms mean.
 */
public final class BucketHistogram implements NumericDistribution {
    private final List<Bucket> buckets;
    private final long count;
    private final long missing;

    /**
     * A histogram.
     *
     * @param buckets ascending, touching at most at their ends
     * @param missing rows without a value, NaN among them
     * @throws IllegalArgumentException if buckets overlap or are out of order
     */
    public BucketHistogram(List<Bucket> buckets, long missing) {
        this.buckets = List.copyOf(buckets);
        this.missing = missing;
        for (int i = 1; i < buckets.size(); i++) {
            if (buckets.get(i).low() < buckets.get(i - 1).high()) {
                throw new IllegalArgumentException("bucket " + buckets.get(i) + " begins before " + buckets.get(i - 1)
                        + " ends; sort and separate them");
            }
        }
        count = buckets.stream().mapToLong(Bucket::count).sum();
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public long missing() {
        return missing;
    }

    @Override
    public double min() {
        return buckets.isEmpty() ? Double.NaN : buckets.getFirst().low();
    }

    @Override
    public double max() {
        return buckets.isEmpty() ? Double.NaN : buckets.getLast().high();
    }

    @Override
    public double mean() {
        double sum = 0;
        for (Bucket bucket : buckets) {
            sum += bucket.count() * bucket.middle();
        }
        return sum / count;
    }

    @Override
    public double standardDeviation() {
        double mean = mean();
        double sum = 0;
        for (Bucket bucket : buckets) {
            double width = bucket.high() - bucket.low();
            double off = bucket.middle() - mean;
            sum += bucket.count() * (off * off + width * width / 12);
        }
        return Math.sqrt(sum / count);
    }

    @Override
    public double atMost(double x) {
        double sum = 0;
        for (Bucket bucket : buckets) {
            sum += x >= bucket.high() ? bucket.count() : bucket.partBelow(x);
        }
        return count == 0 ? 0 : sum / count;
    }

    @Override
    public double below(double x) {
        double sum = 0;
        for (Bucket bucket : buckets) {
            sum += bucket.partBelow(x);
        }
        return count == 0 ? 0 : sum / count;
    }

    @Override
    public double quantile(double q) {
        double wanted = q * count;
        for (Bucket bucket : buckets) {
            if (bucket.count() > 0 && wanted <= bucket.count()) {
                return bucket.low() + (bucket.high() - bucket.low()) * wanted / bucket.count();
            }
            wanted -= bucket.count();
        }
        return max();
    }

    @Override
    public double[] breakpoints() {
        TreeSet<Double> places = new TreeSet<>();
        for (Bucket bucket : buckets) {
            places.addAll(List.of(bucket.low(), bucket.high()));
        }
        return new ArrayList<>(places).stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public double rankError() {
        return 0;
    }

    /**
     * One bucket.
     *
     * @param low least value
     * @param high greatest value; a point if equal to {@code low}
     * @param count how many values are in it
     */
    public record Bucket(double low, double high, long count) {
        /** @throws IllegalArgumentException if the ends are not numbers in order or the count is negative */
        public Bucket {
            if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high) || count < 0) {
                throw new IllegalArgumentException("bucket from " + low + " to " + high + " with count " + count
                        + ": finite ends in order and a count of at least 0 are needed");
            }
        }

        double middle() {
            return low + (high - low) / 2;
        }

        double partBelow(double x) {
            if (x <= low) {
                return 0;
            }
            return x > high || low == high ? count : count * (x - low) / (high - low);
        }
    }
}
