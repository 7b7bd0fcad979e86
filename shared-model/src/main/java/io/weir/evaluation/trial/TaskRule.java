package io.weir.evaluation.trial;

/**
 * Tells the task from the settings and the data: a query is ranking; series, history or an interval's ends are a forecast;
 * several label columns are sets of labels; columns of classes are several classes; labels of at most two values are binary;
 * labels that are no numbers, and at most {@value #MOST_CLASSES} whole numbers that predictions keep to, are several classes; other
 * numbers are regression.
 */
final class TaskRule {
    /** More different whole numbers are taken for counts. */
    static final int MOST_CLASSES = 20;

    private static final int TWO = 2;

    private TaskRule() {}

    static Task told(TrialSettings settings, ColumnSurvey survey) {
        Roles roles = settings.roles();
        if (roles.query() != null) {
            return Task.RANKING;
        }
        if (roles.series() != null || roles.low() != null || settings.history() != null) {
            return Task.FORECAST;
        }
        if (roles.label().size() > 1) {
            return Task.MULTILABEL;
        }
        if (!roles.classes().isEmpty()) {
            return Task.MULTICLASS;
        }
        ColumnKind label = survey.of(roles.onlyLabel());
        if (!label.hasMany() && label.values().size() <= TWO) {
            return Task.BINARY;
        }
        return !label.isNumeric() || areClasses(label) && (roles.prediction().isEmpty() || keepTo(roles, survey))
                ? Task.MULTICLASS
                : Task.REGRESSION;
    }

    private static boolean areClasses(ColumnKind label) {
        return label.isWhole() && !label.hasMany() && label.values().size() <= MOST_CLASSES;
    }

    private static boolean keepTo(Roles roles, ColumnSurvey survey) {
        return areClasses(survey.of(roles.prediction().getFirst()));
    }
}
