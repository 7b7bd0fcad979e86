package io.weir.elasticsearch.incident;

import io.weir.elasticsearch.api.ApiResponse;
import org.elasticsearch.action.ActionType;

/** Opens this package's actions to tests of other packages. */
public final class IncidentActionsForTests {
    /** Lists incidents. */
    public static final ActionType<ApiResponse> LIST = IncidentActions.LIST.action();

    /** Shows one incident. */
    public static final ActionType<ApiResponse> GET = IncidentActions.GET.action();

    /** Adds a note. */
    public static final ActionType<ApiResponse> NOTE = IncidentActions.NOTE.action();

    /** Resolves. */
    public static final ActionType<ApiResponse> RESOLVE = IncidentActions.RESOLVE.action();

    /** Suppresses. */
    public static final ActionType<ApiResponse> SUPPRESS = IncidentActions.SUPPRESS.action();

    private IncidentActionsForTests() {}
}
