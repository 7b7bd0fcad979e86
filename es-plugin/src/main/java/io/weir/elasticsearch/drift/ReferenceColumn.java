package io.weir.elasticsearch.drift;

import io.weir.drift.DriftColumn;
import io.weir.drift.distance.CategoricalDistribution;
import io.weir.profile.ColumnType;

/** A reference's side of one field. */
sealed interface ReferenceColumn {
    /** As what the field is read. */
    Reading reading();

    /** Both sides of the field. */
    DriftColumn compare(ComparedField field, ColumnSketch found);

    /**
     * A column of a profile.
     *
     * @param column of the profile
     * @param reading follows from what the profile says of it
     */
    record OfProfile(ProfiledColumn column, Reading reading) implements ReferenceColumn {
        /**
         * A column of a profile.
         *
         * @param asCategories whether its own checks are for categories only
         */
        static OfProfile of(ProfiledColumn column, boolean asCategories) {
            Reading reading;
            if (column.masked()) {
                reading = Reading.PRESENCE;
            } else if (asCategories) {
                reading = Reading.CATEGORIES;
            } else if (column.type() == ColumnType.EMPTY) {
                reading = Reading.BY_TYPE;
            } else {
                reading = column.mostlyNumbers() ? Reading.NUMBERS : Reading.CATEGORIES;
            }
            return new OfProfile(column, reading);
        }

        @Override
        public DriftColumn compare(ComparedField field, ColumnSketch found) {
            if (reading == Reading.NUMBERS || (reading == Reading.BY_TYPE && found.isNumeric())) {
                return new DriftColumn.Numeric(field.column(), column.numbers(), found.numeric());
            }
            CategoricalDistribution current = found.categorical();
            return new DriftColumn.Categorical(
                    field.column(),
                    column.categories(),
                    column.type() == ColumnType.BOOLEAN ? ProfiledColumn.lowered(current) : current);
        }
    }

    /**
     * What other documents hold.
     *
     * @param reference sketch of them
     * @param reading as both sides are read
     */
    record OfDocuments(ColumnSketch reference, Reading reading) implements ReferenceColumn {
        @Override
        public DriftColumn compare(ComparedField field, ColumnSketch found) {
            if ((reference.isNumeric() && found.isCategorical()) || (reference.isCategorical() && found.isNumeric())) {
                throw new IllegalArgumentException("field [" + field.field() + "] holds "
                        + (found.isNumeric() ? "numbers" : "categories") + " in the documents found and "
                        + (found.isNumeric() ? "categories" : "numbers") + " in those of the reference");
            }
            return reference.isNumeric() || found.isNumeric()
                    ? new DriftColumn.Numeric(field.column(), reference.numeric(), found.numeric())
                    : new DriftColumn.Categorical(field.column(), reference.categorical(), found.categorical());
        }
    }
}
