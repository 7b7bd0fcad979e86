package io.weir.evaluation.trial;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses settings that a task has no use for: to leave one out in silence would pass for having tested it. */
final class UnfitSettings {
    private UnfitSettings() {}

    /**
     * Checks all settings that not every task has.
     *
     * @throws IllegalArgumentException naming the first one that the task has no use for, and what to do
     */
    static void refuse(TrialSettings settings, Task task) {
        Roles roles = settings.roles();
        String advice = task == Task.MULTICLASS || task == Task.MULTILABEL
                ? "test one class or label as binary"
                : "leave it out";
        refuse(
                !settings.fairness().isEmpty(),
                "fairness compares rates of one of two classes",
                task,
                advice,
                Task.BINARY);
        refuse(
                !Double.isNaN(settings.checks().leak()),
                "checks.leak is about one of two classes",
                task,
                advice,
                Task.BINARY);
        refuse(settings.positive() != null, "positive is one of two classes", task, "leave it out", Task.BINARY);
        refuse(!roles.classes().isEmpty(), "classes are scores of several classes", task, other(), Task.MULTICLASS);
        refuse(
                !settings.ranks().isEmpty(),
                "k is of metrics at k",
                task,
                "leave it out",
                Task.MULTICLASS,
                Task.RANKING);
        refuse(roles.query() != null, "query is whose rows are ranked", task, other(), Task.RANKING);
        refuse(roles.series() != null, "series is what a forecast is of", task, other(), Task.FORECAST);
        refuse(roles.low() != null, "low and high are ends of a forecast's interval", task, other(), Task.FORECAST);
        refuse(settings.history() != null, "history is what comes before a forecast", task, other(), Task.FORECAST);
    }

    private static String other() {
        return "leave it out, or set task otherwise";
    }

    private static void refuse(boolean given, String what, Task task, String advice, Task first, Task... more) {
        Set<Task> fit = EnumSet.of(first, more);
        if (given && !fit.contains(task)) {
            throw new IllegalArgumentException(what + ", for the task "
                    + Arrays.stream(Task.values())
                            .filter(fit::contains)
                            .map(Task::id)
                            .collect(Collectors.joining(" or "))
                    + "; the task is " + task.id() + ": " + advice);
        }
    }
}
