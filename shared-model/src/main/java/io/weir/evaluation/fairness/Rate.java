package io.weir.evaluation.fairness;

import io.weir.evaluation.metric.Confusion;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A share of a group's rows: so many of so many. */
public enum Rate {
    SELECTION_RATE(Confusion::predictedPositives, Confusion::total),
    PREVALENCE(Confusion::positives, Confusion::total),
    TRUE_POSITIVE_RATE(Confusion::truePositives, Confusion::positives),
    TRUE_NEGATIVE_RATE(Confusion::trueNegatives, Confusion::negatives),
    FALSE_POSITIVE_RATE(Confusion::falsePositives, Confusion::negatives),
    FALSE_NEGATIVE_RATE(Confusion::falseNegatives, Confusion::positives),
    PRECISION(Confusion::truePositives, Confusion::predictedPositives),
    FALSE_DISCOVERY_RATE(Confusion::falsePositives, Confusion::predictedPositives),
    FALSE_OMISSION_RATE(Confusion::falseNegatives, c -> c.falseNegatives() + c.trueNegatives()),
    NEGATIVE_PREDICTIVE_VALUE(Confusion::trueNegatives, c -> c.falseNegatives() + c.trueNegatives()),
    ACCURACY(c -> c.truePositives() + c.trueNegatives(), Confusion::total);

    private final ToDoubleFunction<Confusion> part;
    private final ToDoubleFunction<Confusion> whole;

    Rate(ToDoubleFunction<Confusion> part, ToDoubleFunction<Confusion> whole) {
        this.part = part;
        this.whole = whole;
    }

    /** Lower case with underscores. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Rows that count. */
    public double part(Confusion group) {
        return part.applyAsDouble(group);
    }

    /** Rows among which they are counted. */
    public double whole(Confusion group) {
        return whole.applyAsDouble(group);
    }

    /** The share; NaN if there is no row to count among. */
    public double of(Confusion group) {
        return part(group) / whole(group);
    }
}
