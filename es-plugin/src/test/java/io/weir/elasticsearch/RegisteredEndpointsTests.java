package io.weir.elasticsearch;

import io.weir.elasticsearch.api.Endpoint;
import io.weir.elasticsearch.detector.DetectorActions;
import io.weir.elasticsearch.gate.GateActions;
import io.weir.elasticsearch.incident.IncidentActions;
import io.weir.elasticsearch.outbox.OutboxActions;
import io.weir.elasticsearch.profile.ProfileActions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.rest.RestHandler;
import org.elasticsearch.test.ESTestCase;

/** Every route leads to one action that a role can grant, and the documentation names all of them. */
public class RegisteredEndpointsTests extends ESTestCase {
    private static final Pattern ROW = Pattern.compile("^\\| (`[A-Z]+ /_weir.*`) \\| `(cluster:[a-z_/]+)` \\|$");

    public void testShouldNameEveryActionSoThatARoleCanGrantIt() {
        Assertions.assertThat(endpoints())
                .allSatisfy(endpoint -> Assertions.assertThat(endpoint.action().name())
                        .matches("cluster:(admin|monitor)/weir/[a-z_/]+"));
    }

    public void testShouldLeadOnlyToRegisteredActions() {
        List<String> registered = plugin().getActions().stream()
                .map(handler -> handler.getAction().name())
                .toList();

        Assertions.assertThat(endpoints())
                .extracting(endpoint -> endpoint.action().name())
                .containsExactlyInAnyOrderElementsOf(registered);
    }

    @SuppressWarnings("NullAway") // none of the registrations looks at these
    public void testShouldRegisterNoRouteBesideThoseOfTheEndpoints() {
        List<String> routes = plugin().getRestHandlers(null, null, null).stream()
                .flatMap((RestHandler handler) -> handler.routes().stream())
                .map(route -> route.getMethod() + " " + route.getPath())
                .toList();

        Assertions.assertThat(routes)
                .containsExactlyInAnyOrderElementsOf(byRoute().keySet());
    }

    /** The secured server's test goes by the table of the documentation, so that a new endpoint cannot be forgotten there. */
    public void testShouldDocumentEveryRouteWithItsAction() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "rest-api.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Stream.of(row.group(1).split(", "))
                        .forEach(route -> documented.put(route.replace("`", ""), row.group(2)));
            }
        }

        Assertions.assertThat(documented).isEqualTo(byRoute());
    }

    private static Map<String, String> byRoute() {
        Map<String, String> actions = new TreeMap<>();
        endpoints()
                .forEach(endpoint -> endpoint.routes()
                        .forEach(route -> actions.put(
                                route.getMethod() + " " + route.getPath(),
                                endpoint.action().name())));
        return actions;
    }

    private static List<Endpoint> endpoints() {
        return Stream.of(
                        DetectorActions.endpoints(),
                        IncidentActions.endpoints(),
                        OutboxActions.endpoints(),
                        ProfileActions.endpoints(),
                        GateActions.endpoints())
                .flatMap(List::stream)
                .toList();
    }

    private static WeirPlugin plugin() {
        return new WeirPlugin(Settings.EMPTY);
    }
}
