package io.weir.evaluation.fairness;

import java.util.List;
import java.util.Locale;

/**
 * Fairness measures by their usual names. A difference is the largest rate of a group less the smallest, 0 being fair; a
 * ratio the smallest over the largest, 1 being fair. Of several rates the worst counts.
 */
public enum Measure {
    DEMOGRAPHIC_PARITY_DIFFERENCE(false, Rate.SELECTION_RATE),
    /** Also called disparate impact; the four-fifths rule asks for at least 0.8. */
    DEMOGRAPHIC_PARITY_RATIO(true, Rate.SELECTION_RATE),
    EQUALIZED_ODDS_DIFFERENCE(false, Rate.TRUE_POSITIVE_RATE, Rate.FALSE_POSITIVE_RATE),
    EQUALIZED_ODDS_RATIO(true, Rate.TRUE_POSITIVE_RATE, Rate.FALSE_POSITIVE_RATE),
    EQUAL_OPPORTUNITY_DIFFERENCE(false, Rate.TRUE_POSITIVE_RATE),
    EQUAL_OPPORTUNITY_RATIO(true, Rate.TRUE_POSITIVE_RATE),
    PREDICTIVE_PARITY_DIFFERENCE(false, Rate.PRECISION),
    PREDICTIVE_PARITY_RATIO(true, Rate.PRECISION),
    FPR_PARITY_DIFFERENCE(false, Rate.FALSE_POSITIVE_RATE),
    FPR_PARITY_RATIO(true, Rate.FALSE_POSITIVE_RATE),
    FNR_PARITY_DIFFERENCE(false, Rate.FALSE_NEGATIVE_RATE),
    FNR_PARITY_RATIO(true, Rate.FALSE_NEGATIVE_RATE);

    private final boolean ratio;
    private final List<Rate> rates;

    Measure(boolean ratio, Rate... rates) {
        this.ratio = ratio;
        this.rates = List.of(rates);
    }

    /** Lower case with underscores. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a ratio, better the nearer to 1; else a difference, better the nearer to 0. */
    public boolean isRatio() {
        return ratio;
    }

    /** The rates that it compares. */
    public List<Rate> rates() {
        return rates;
    }

    /**
     * The measure of that id.
     *
     * @throws IllegalArgumentException naming it and all that there are
     */
    public static Measure of(String id) {
        if (id.equals("disparate_impact")) {
            return DEMOGRAPHIC_PARITY_RATIO;
        }
        for (Measure measure : values()) {
            if (measure.id().equals(id)) {
                return measure;
            }
        }
        StringBuilder known = new StringBuilder("disparate_impact");
        for (Measure measure : values()) {
            known.append(", ").append(measure.id());
        }
        throw new IllegalArgumentException("fairness measure '" + id + "' is unknown; there are " + known);
    }
}
