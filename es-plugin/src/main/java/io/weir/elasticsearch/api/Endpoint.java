package io.weir.elasticsearch.api;

import io.weir.json.StrictJson;
import java.util.Arrays;
import java.util.List;
import org.elasticsearch.action.ActionType;
import org.elasticsearch.rest.RestHandler.Route;
import org.elasticsearch.rest.RestRequest.Method;

/**
 * One thing a caller can ask for: the routes that lead to it, what it takes, and the action that roles grant.
 *
 * @param action the transport action
 * @param routes methods and paths
 * @param parameters names of path and query parameters
 * @param maxBody bytes that a request's body may have; one that is not looked at is refused, like an unknown parameter
 */
public record Endpoint(ActionType<ApiResponse> action, List<Route> routes, List<String> parameters, int maxBody) {
    private static final String ADMIN = "cluster:admin/weir/";
    private static final String MONITOR = "cluster:monitor/weir/";

    /** An endpoint that changes something; its action is {@code cluster:admin/weir/<name>}. */
    public static Endpoint admin(String name, Method method, String path, String... parameters) {
        return new Endpoint(
                new ActionType<>(ADMIN + name), List.of(new Route(method, path)), Arrays.asList(parameters), 0);
    }

    /** An endpoint that only tells; its action is {@code cluster:monitor/weir/<name>}. */
    public static Endpoint monitor(String name, Method method, String path, String... parameters) {
        return new Endpoint(
                new ActionType<>(MONITOR + name), List.of(new Route(method, path)), Arrays.asList(parameters), 0);
    }

    /** The same endpoint, under a second path as well. */
    public Endpoint also(Method method, String path) {
        return new Endpoint(action, List.of(routes.getFirst(), new Route(method, path)), parameters, maxBody);
    }

    /** The same endpoint, with a JSON body. */
    public Endpoint withBody() {
        return withBody(StrictJson.MAX_BYTES);
    }

    /** The same endpoint, with a JSON body of so many bytes at most. */
    public Endpoint withBody(int bytes) {
        return new Endpoint(action, routes, parameters, bytes);
    }

    /** Whether a request may have a body. */
    public boolean takesBody() {
        return maxBody > 0;
    }

    /** A name for the node's usage statistics. */
    String handlerName() {
        return action.name().substring(action.name().indexOf('/') + 1).replace('/', '_') + "_action";
    }
}
