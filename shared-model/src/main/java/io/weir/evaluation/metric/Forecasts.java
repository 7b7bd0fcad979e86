package io.weir.evaluation.metric;

/**
 * Quality of a forecast of one series; the errors that need no history are in {@link Regression}.
 *
 * <p>Scaled errors are over the mean absolute error of the seasonal naive forecast within the history (Hyndman and Koehler,
 * International Journal of Forecasting 2006).
 */
public final class Forecasts {
    private Forecasts() {}

    /**
     * Mean absolute scaled error; below 1 is better than repeating the last season. NaN if the history never changes.
     *
     * @param history before the forecast, longer than a season
     * @param season steps of a season; 1 compares with the last value
     */
    public static double mase(double[] actual, double[] forecast, double[] history, int season) {
        Inputs.notEmpty(actual.length);
        Inputs.sameLength("the forecast", forecast.length, actual.length);
        Inputs.finite("the actual value", actual);
        Inputs.finite("the forecast", forecast);
        Inputs.finite("the history", history);
        if (season < 1 || history.length <= season) {
            throw new IllegalArgumentException("the season is " + season + " steps and the history has "
                    + history.length + "; it must be longer than a season of at least 1");
        }
        double naive = 0;
        for (int i = season; i < history.length; i++) {
            naive += Math.abs(history[i] - history[i - season]);
        }
        naive /= history.length - season;
        double error = 0;
        for (int i = 0; i < actual.length; i++) {
            error += Math.abs(actual[i] - forecast[i]);
        }
        return naive > 0 ? error / actual.length / naive : Double.NaN;
    }

    /** Share of actual values within the forecast's interval, ends included; to be compared with its nominal share. */
    public static double coverage(double[] actual, double[] low, double[] high) {
        Inputs.notEmpty(actual.length);
        Inputs.sameLength("the lower end", low.length, actual.length);
        Inputs.sameLength("the upper end", high.length, actual.length);
        Inputs.finite("the actual value", actual);
        Inputs.notNaN("the lower end", low);
        Inputs.notNaN("the upper end", high);
        int within = 0;
        for (int i = 0; i < actual.length; i++) {
            if (low[i] > high[i]) {
                throw new InvalidPredictionsException("the interval of row " + i + " is " + low[i] + " to " + high[i]
                        + "; its lower end must not be above the upper");
            }
            within += actual[i] >= low[i] && actual[i] <= high[i] ? 1 : 0;
        }
        return (double) within / actual.length;
    }
}
