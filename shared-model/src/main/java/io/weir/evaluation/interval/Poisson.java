package io.weir.evaluation.interval;

/**
 * Draws from one Poisson distribution, constants computed once: by inversion for means below {@value #LARGE}, above by
 * transformed rejection with squeeze (Hörmann, "The transformed rejection method for generating Poisson random variables",
 * 1993, algorithm PTRS). Exact, some 20 ns a draw.
 */
final class Poisson {
    /** PTRS is made for means of at least 10. */
    private static final double LARGE = 10;

    private static final double[] LOG_FACTORIAL = new double[256];

    static {
        for (int i = 2; i < LOG_FACTORIAL.length; i++) {
            LOG_FACTORIAL[i] = LOG_FACTORIAL[i - 1] + Math.log(i);
        }
    }

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private final double mean;
    private final double logMean;
    private final double atZero;
    private final double a;
    private final double b;
    private final double inverseAlpha;
    private final double squeeze;

    Poisson(double mean) {
        this.mean = mean;
        this.logMean = Math.log(mean);
        this.atZero = Math.exp(-mean);
        this.b = 0.931 + 2.53 * Math.sqrt(mean);
        this.a = -0.059 + 0.02483 * b;
        this.inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        this.squeeze = 0.9277 - 3.6224 / (b - 2);
    }

    double draw(SplitMix random) {
        return mean < LARGE ? invert(random.nextDouble()) : reject(random);
    }

    private double invert(double uniform) {
        double left = uniform;
        double probability = atZero;
        int k = 0;
        while (left >= probability && probability > 0) {
            left -= probability;
            k++;
            probability *= mean / k;
        }
        return k;
    }

    private double reject(SplitMix random) {
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= squeeze) {
                return k;
            }
            if (k < 0 || (us < 0.013 && v > us)) {
                continue;
            }
            if (Math.log(v * inverseAlpha / (a / (us * us) + b)) <= k * logMean - mean - logFactorial(k)) {
                return k;
            }
        }
    }

    private static double logFactorial(double k) {
        if (k < LOG_FACTORIAL.length) {
            return LOG_FACTORIAL[(int) k];
        }
        double n = k + 1;
        // Stirling's series: the next term is below 1e-15 from 256 on.
        return (n - 0.5) * Math.log(n) - n + HALF_LOG_TWO_PI + 1 / (12 * n) - 1 / (360 * n * n * n);
    }
}
