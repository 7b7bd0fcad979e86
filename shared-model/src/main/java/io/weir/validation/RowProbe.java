package io.weir.validation;

import io.weir.expression.ExpressionException;
import io.weir.expression.Row;
import io.weir.schema.Check;
import io.weir.schema.ValueType;
import io.weir.table.Batch;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** An expression on each row. Rows for which it is missing do not count; a row that it can't be answered for does not fit. */
final class RowProbe implements Probe, Row {
    private final Check.OfRows check;
    private final List<ValueType> types;
    private final Instant now;
    private final Shares shares;
    private @Nullable Batch batch;
    private int[] places = {};
    private int row;

    RowProbe(Check.OfRows check, List<ValueType> types, boolean masked, Instant now) {
        this.check = check;
        this.types = List.copyOf(types);
        this.now = now;
        this.shares = new Shares(check.name(), masked);
    }

    @Override
    public void look(Batch given, int[] givenPlaces, FailureLog failures) {
        batch = given;
        places = givenPlaces;
        int considered = 0;
        for (row = 0; row < given.rows(); row++) {
            Object answer = answer();
            if (answer != null) {
                considered++;
            }
            if (Boolean.FALSE.equals(answer)) {
                shares.fail(given, row, String.join(", ", check.columns()), shown(given), failures);
            }
        }
        shares.consider(considered);
    }

    /** Null if the condition is missing. */
    private @Nullable Boolean answer() {
        try {
            Object value = check.condition().evaluate(this);
            return value == null ? null : Boolean.TRUE.equals(value);
        } catch (ExpressionException e) {
            return false;
        }
    }

    private String shown(Batch given) {
        StringJoiner values = new StringJoiner(", ");
        for (int i = 0; i < places.length; i++) {
            String text = given.column(places[i]).text(row);
            values.add(check.columns().get(i) + "=" + (text == null ? "missing" : text));
        }
        return values.toString();
    }

    @Override
    public @Nullable Object value(int column) {
        Batch current = batch;
        return current == null ? null : CellValues.of(current.column(places[column]), row, types.get(column));
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void merge(Probe other) {
        shares.merge(((RowProbe) other).shares);
    }

    @Override
    public CheckResult result(FailureLog failures) {
        return CheckResult.ofShare(
                check,
                "such that " + check.condition(),
                check.mostly(),
                shares.considered(),
                shares.failing(),
                shares.examples());
    }
}
