package io.weir.evaluation.trial;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a model predicts. */
public enum Task {
    /** One of two classes. */
    BINARY,
    /** One of several classes. */
    MULTICLASS,
    /** Any number of labels. */
    MULTILABEL,
    /** A number. */
    REGRESSION,
    /** An order of each query's documents. */
    RANKING,
    /** Numbers of the future, in series. */
    FORECAST;

    /** As results say it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The task of that name; {@code forecasting} is {@code forecast}.
     *
     * @throws IllegalArgumentException naming it and all that there are
     */
    public static Task of(String name) {
        String id = name.equals("forecasting") ? "forecast" : name;
        return Arrays.stream(values())
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no task; there are "
                        + Arrays.stream(values()).map(Task::id).collect(Collectors.joining(", "))));
    }
}
