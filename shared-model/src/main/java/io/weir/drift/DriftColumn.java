package io.weir.drift;

import io.weir.drift.distance.CategoricalDistribution;
import io.weir.drift.distance.NumericDistribution;

/** One column of the reference and of the current data. */
public sealed interface DriftColumn {
    /** The column's name. */
    String name();

    /** Whether it holds numbers. */
    boolean isNumeric();

    /** Values of the reference. */
    long referenceCount();

    /** Values of the current data. */
    long currentCount();

    /** Rows of the reference without a value. */
    long referenceMissing();

    /** Rows of the current data without a value. */
    long currentMissing();

    /** Rows of the reference, missing values among them. */
    default long referenceRows() {
        return referenceCount() + referenceMissing();
    }

    /** Rows of the current data, missing values among them. */
    default long currentRows() {
        return currentCount() + currentMissing();
    }

    /** A column of numbers. */
    record Numeric(String name, NumericDistribution reference, NumericDistribution current) implements DriftColumn {
        @Override
        public boolean isNumeric() {
            return true;
        }

        @Override
        public long referenceCount() {
            return reference.count();
        }

        @Override
        public long currentCount() {
            return current.count();
        }

        @Override
        public long referenceMissing() {
            return reference.missing();
        }

        @Override
        public long currentMissing() {
            return current.missing();
        }
    }

    /** A column of categories. */
    record Categorical(String name, CategoricalDistribution reference, CategoricalDistribution current)
            implements DriftColumn {
        @Override
        public boolean isNumeric() {
            return false;
        }

        @Override
        public long referenceCount() {
            return reference.count();
        }

        @Override
        public long currentCount() {
            return current.count();
        }

        @Override
        public long referenceMissing() {
            return reference.missing();
        }

        @Override
        public long currentMissing() {
            return current.missing();
        }
    }
}
