package io.weir.elasticsearch.anomaly;

/** Every name in a request or an answer of the {@code anomaly} aggregation. */
final class AnomalyFields {
    static final String BUCKETS_PATH = "buckets_path";
    static final String SEASON = "season";
    static final String SENSITIVITY = "sensitivity";
    static final String DIRECTION = "direction";
    static final String MIN_HISTORY = "min_history";
    static final String GAP_POLICY = "gap_policy";

    static final String INSUFFICIENT = "insufficient";
    static final String REASON = "reason";
    static final String THRESHOLD = "threshold";
    static final String STRETCHES = "stretches";
    static final String CHANGE_POINTS = "change_points";
    static final String BUCKETS = "buckets";

    static final String KEY = "key";
    static final String DOC_COUNT = "doc_count";
    static final String VALUE = "value";
    static final String SCORE = "score";
    static final String EXPECTED = "expected";
    static final String LOWER = "lower";
    static final String UPPER = "upper";
    static final String ANOMALOUS = "anomalous";

    static final String FROM = "from";
    static final String TO = "to";
    static final String PEAK = "peak";
    static final String PEAK_SCORE = "peak_score";
    static final String SEVERITY = "severity";
    static final String KIND = "kind";
    static final String BEFORE = "before";
    static final String AFTER = "after";
    static final String P_VALUE = "p_value";
    static final String DURATION = "duration";

    /** Follows a key's name where the key is given as text too. */
    static final String AS_STRING = "_as_string";

    /** Properties that another pipeline aggregation can name in its {@code buckets_path}. */
    static final String MAX_SCORE = "max_score";

    static final String LAST_SCORE = "last_score";
    static final String STRETCH_COUNT = "stretch_count";
    static final String CHANGE_POINT_COUNT = "change_point_count";

    private AnomalyFields() {}
}
