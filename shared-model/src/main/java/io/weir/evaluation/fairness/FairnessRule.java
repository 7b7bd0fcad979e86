package io.weir.evaluation.fairness;

/**
 * What is asked of every group against the reference group.
 *
 * @param measure whose rates are compared
 * @param limit for a ratio in (0,1], so that {@code limit <= ratio <= 1/limit}; for a difference in [0,1], either way
 */
public record FairnessRule(Measure measure, double limit) {
    /** Checks the limit. */
    public FairnessRule {
        if (!(limit >= 0 && limit <= 1) || (measure.isRatio() && limit == 0)) {
            throw new IllegalArgumentException("the limit of " + measure.id() + " is " + limit + ", must be "
                    + (measure.isRatio() ? "above 0 and at most 1, such as 0.8" : "from 0 to 1, such as 0.1"));
        }
    }

    double lower() {
        return measure.isRatio() ? limit : -limit;
    }

    double upper() {
        return measure.isRatio() ? 1 / limit : limit;
    }
}
