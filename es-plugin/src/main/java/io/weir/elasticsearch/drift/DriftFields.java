package io.weir.elasticsearch.drift;

/** Every name in a request or an answer of the {@code drift} aggregation that the library's report does not have. */
final class DriftFields {
    static final String FIELDS = "fields";
    static final String FIELD = "field";
    static final String COLUMN = "column";
    static final String REFERENCE = "reference";
    static final String PROFILE = "profile";
    static final String QUERY = "query";

    static final String UNMAPPED = "unmapped_fields";

    private DriftFields() {}
}
