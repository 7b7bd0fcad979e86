package io.weir.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Means, spreads and common spread of two columns. */
final class PairMoments {
    private long count;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    long count() {
        return count;
    }

    /** Pearson's r, NaN if a column is constant or there are fewer than two rows. */
    double correlation() {
        double r = products / (Math.sqrt(squaresX) * Math.sqrt(squaresY));
        return count < 2 || !(squaresX > 0) || !(squaresY > 0) ? Double.NaN : Math.clamp(r, -1.0, 1.0);
    }

    /** Adds {@code rows} rows by their means and the sums of their squared distances and products. */
    void combine(long rows, double x, double y, double xx, double yy, double xy) {
        if (rows == 0) {
            return;
        }
        double all = count + rows;
        double stepX = x - meanX;
        double stepY = y - meanY;
        double weight = count * (rows / all);
        squaresX += xx + stepX * stepX * weight;
        squaresY += yy + stepY * stepY * weight;
        products += xy + stepX * stepY * weight;
        meanX += stepX * (rows / all);
        meanY += stepY * (rows / all);
        count += rows;
    }

    /** Adds the rows in which both numbers are finite. */
    void addFinite(double[] x, double[] y, int rows) {
        int found = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < rows; i++) {
            if (isFinite(x[i], y[i])) {
                found++;
                sumX += x[i];
                sumY += y[i];
            }
        }
        double centreX = sumX / found;
        double centreY = sumY / found;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < rows; i++) {
            if (isFinite(x[i], y[i])) {
                double distanceX = x[i] - centreX;
                double distanceY = y[i] - centreY;
                xx += distanceX * distanceX;
                yy += distanceY * distanceY;
                xy += distanceX * distanceY;
            }
        }
        combine(found, centreX, centreY, xx, yy, xy);
    }

    private static boolean isFinite(double x, double y) {
        // The sum of absolute values is finite only if both are.
        return Math.abs(x) + Math.abs(y) <= Double.MAX_VALUE;
    }

    void merge(PairMoments other) {
        combine(other.count, other.meanX, other.meanY, other.squaresX, other.squaresY, other.products);
    }

    /** The same with x and y exchanged. */
    PairMoments swapped() {
        PairMoments other = new PairMoments();
        other.combine(count, meanY, meanX, squaresY, squaresX, products);
        return other;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(count);
        for (double each : new double[] {meanX, meanY, squaresX, squaresY, products}) {
            out.writeDouble(each);
        }
    }

    void readFrom(DataInput in) throws IOException {
        count = in.readLong();
        meanX = in.readDouble();
        meanY = in.readDouble();
        squaresX = in.readDouble();
        squaresY = in.readDouble();
        products = in.readDouble();
    }
}
