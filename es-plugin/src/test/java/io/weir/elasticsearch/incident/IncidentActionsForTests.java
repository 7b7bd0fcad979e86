package io.weir.elasticsearch.incident;

import io.weir.elasticsearch.api.ApiResponse;
import org.elasticsearch.action.ActionType;

/** Opens this package's actions to tests of other packages. */
public final class IncidentActionsForTests {
    /** Lists incidents. */
    public static final ActionType<ApiResponse> LIST = IncidentActions.LIST.action();

    private IncidentActionsForTests() {}
}
