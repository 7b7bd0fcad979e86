package io.weir.series;

/** The discrete Fourier transform of a power of two of complex numbers, in place; radix 2, O(n log n). */
final class Fft {
    private final int size;
    private final double[] cos;
    private final double[] sin;

    /** A transform of {@code size} numbers, a power of two. */
    Fft(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("size is " + size + ", must be a power of two");
        }
        this.size = size;
        cos = new double[Math.max(1, size / 2)];
        sin = new double[cos.length];
        cos[0] = 1;
        // Each angle is the sum of its highest bit's and the rest's: four multiplications instead of two calls.
        for (int top = 1; top < cos.length; top *= 2) {
            double topCos = Math.cos(-2 * Math.PI * top / size);
            double topSin = Math.sin(-2 * Math.PI * top / size);
            for (int rest = 0; rest < top; rest++) {
                cos[top + rest] = topCos * cos[rest] - topSin * sin[rest];
                sin[top + rest] = topSin * cos[rest] + topCos * sin[rest];
            }
        }
    }

    /** Transforms; the inverse is the same with the two arrays exchanged, and every number divided by the size. */
    void transform(double[] real, double[] imaginary) {
        reorder(real, imaginary);
        for (int half = 1; half < size; half *= 2) {
            int stride = size / (2 * half);
            for (int start = 0; start < size; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    butterfly(real, imaginary, start + k, start + k + half, k * stride);
                }
            }
        }
    }

    private void butterfly(double[] real, double[] imaginary, int low, int high, int angle) {
        double re = real[high] * cos[angle] - imaginary[high] * sin[angle];
        double im = real[high] * sin[angle] + imaginary[high] * cos[angle];
        real[high] = real[low] - re;
        imaginary[high] = imaginary[low] - im;
        real[low] += re;
        imaginary[low] += im;
    }

    private void reorder(double[] real, double[] imaginary) {
        int bits = Integer.numberOfTrailingZeros(size);
        for (int i = 0; i < size; i++) {
            int mirrored = bits == 0 ? 0 : Integer.reverse(i) >>> (32 - bits);
            if (mirrored > i) {
                swap(real, i, mirrored);
                swap(imaginary, i, mirrored);
            }
        }
    }

    private static void swap(double[] array, int i, int j) {
        double kept = array[i];
        array[i] = array[j];
        array[j] = kept;
    }
}
