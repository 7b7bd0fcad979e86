package io.weir.evaluation.slice;

/** Count, mean and variance of losses, one at a time (Welford, 1962). */
final class LossMoments {
    private long count;
    private double mean;
    private double squares;

    void add(double loss) {
        count++;
        double gap = loss - mean;
        mean += gap / count;
        squares += gap * (loss - mean);
    }

    long count() {
        return count;
    }

    double mean() {
        return mean;
    }

    double variance() {
        return count > 1 ? squares / (count - 1) : 0;
    }

    /** What is left when a part is taken away. */
    LossMoments without(LossMoments part) {
        LossMoments left = new LossMoments();
        left.count = count - part.count;
        left.mean = (mean * count - part.mean * part.count) / left.count;
        double between = part.mean - left.mean;
        left.squares =
                Math.max(0, squares - part.squares - between * between * part.count * ((double) left.count / count));
        return left;
    }
}
