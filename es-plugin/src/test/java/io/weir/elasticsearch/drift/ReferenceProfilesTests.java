package io.weir.elasticsearch.drift;

import io.weir.elasticsearch.WeirPlugin;
import io.weir.elasticsearch.api.ApiRequest;
import io.weir.elasticsearch.api.ApiResponse;
import io.weir.elasticsearch.profile.ProfileReference;
import io.weir.profile.DatasetProfile;
import io.weir.profile.ProfileJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.elasticsearch.ResourceNotFoundException;
import org.elasticsearch.action.ActionType;
import org.elasticsearch.action.support.PlainActionFuture;
import org.elasticsearch.common.breaker.CircuitBreaker;
import org.elasticsearch.common.breaker.CircuitBreakingException;
import org.elasticsearch.common.bytes.BytesArray;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.unit.ByteSizeValue;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.test.ESSingleNodeTestCase;

/** What is kept of stored profiles, and what unpacking one takes. */
public class ReferenceProfilesTests extends ESSingleNodeTestCase {
    private static final ActionType<ApiResponse> PUT = new ActionType<>("cluster:admin/weir/profile/put");
    private static final ActionType<ApiResponse> DELETE = new ActionType<>("cluster:admin/weir/profile/delete");
    private static final String LIMIT = "indices.breaker.request.limit";

    @Override
    protected Collection<Class<? extends Plugin>> getPlugins() {
        return List.of(WeirPlugin.class);
    }

    public void testShouldUnpackAContentOnceWhateverItIsCalled() throws IOException {
        ReferenceProfiles profiles = profiles(ByteSizeValue.ofMb(1));
        put("churn", "v1", example());
        put("other", "v7", example());

        ReferenceProfiles.Found first = find(profiles, "churn@v1");
        ReferenceProfiles.Found latest = find(profiles, "churn@latest");
        ReferenceProfiles.Found other = find(profiles, "other@v7");

        Assertions.assertThat(first.profile().names()).isNotEmpty();
        Assertions.assertThat(latest.profile()).isSameAs(first.profile());
        Assertions.assertThat(other.profile()).isSameAs(first.profile());
        Assertions.assertThat(latest.id()).isEqualTo("churn@v1");
        Assertions.assertThat(other.id()).isEqualTo("other@v7");
    }

    public void testShouldSeeThatAnAliasOrAVersionHasAnotherContentNow() throws IOException {
        ReferenceProfiles profiles = profiles(ByteSizeValue.ofMb(1));
        put("churn", "v1", example());
        ReferenceProfile before = find(profiles, "churn@latest").profile();
        put("churn", "v2", twice());
        ReferenceProfile moved = find(profiles, "churn@latest").profile();
        client().execute(DELETE, request("churn", "v1", "")).actionGet();
        put("churn", "v1", twice());

        Assertions.assertThat(moved).isNotSameAs(before);
        Assertions.assertThat(find(profiles, "churn@v1").profile()).isSameAs(moved);
    }

    public void testShouldNotAnswerForAProfileThatIsGone() throws IOException {
        ReferenceProfiles profiles = profiles(ByteSizeValue.ofMb(1));
        put("churn", "v1", example());
        find(profiles, "churn@v1");
        client().execute(DELETE, request("churn", "v1", "")).actionGet();

        Assertions.assertThatThrownBy(() -> find(profiles, "churn@v1")).isInstanceOf(ResourceNotFoundException.class);
    }

    public void testShouldKeepNoMoreThanItsSize() throws IOException {
        put("churn", "v1", example());
        ReferenceProfile example =
                find(profiles(ByteSizeValue.ofMb(1)), "churn@v1").profile();
        ReferenceProfiles small = profiles(ByteSizeValue.ofBytes(example.ramBytesUsed() + 100));
        put("churn", "v2", twice());

        ReferenceProfile first = find(small, "churn@v1").profile();
        Assertions.assertThat(find(small, "churn@v1").profile()).isSameAs(first);
        find(small, "churn@v2");
        Assertions.assertThat(find(small, "churn@v1").profile()).isNotSameAs(first);
    }

    public void testShouldTripTheBreakerOverTheDocumentAndTakeNothing() throws IOException {
        shouldTripTheBreakerAt(1_000);
    }

    public void testShouldTripTheBreakerOverWhatTheSketchesInflateToAndTakeNothing() throws IOException {
        int document = ProfileJson.toBytes(example()).length;
        // Six times the document and what the server puts around it is taken while it is read, and given back.
        shouldTripTheBreakerAt(6L * (document + 600));
    }

    private void shouldTripTheBreakerAt(long bytes) throws IOException {
        ReferenceProfiles profiles = profiles(ByteSizeValue.ofMb(1));
        put("churn", "v1", example());
        limit(Settings.builder().put(LIMIT, bytes + "b"));
        try {
            Assertions.assertThatThrownBy(() -> find(profiles, "churn@v1"))
                    .isInstanceOf(CircuitBreakingException.class)
                    .hasMessageContaining("profile churn@v1, to be read by Weir; profile fewer columns");
            Assertions.assertThat(used()).isZero();
        } finally {
            limit(Settings.builder().putNull(LIMIT));
        }

        Assertions.assertThat(find(profiles, "churn@v1").profile().names()).isNotEmpty();
        Assertions.assertThat(used()).isZero();
    }

    private ReferenceProfiles profiles(ByteSizeValue size) {
        ReferenceProfiles profiles = new ReferenceProfiles(size);
        profiles.chargeTo(getInstanceFromNode(BigArrays.class));
        return profiles;
    }

    private ReferenceProfiles.Found find(ReferenceProfiles profiles, String reference) {
        PlainActionFuture<ReferenceProfiles.Found> found = new PlainActionFuture<>();
        profiles.find(client(), ProfileReference.parse(reference), found);
        return found.actionGet();
    }

    private void put(String name, String version, DatasetProfile profile) {
        String body = new String(ProfileJson.toBytes(profile), StandardCharsets.UTF_8);
        client().execute(PUT, request(name, version, body)).actionGet();
    }

    private static ApiRequest request(String name, String version, String body) {
        return new ApiRequest(Map.of("name", name, "version", version), new BytesArray(body));
    }

    private static DatasetProfile example() throws IOException {
        return ProfileJson.read(Files.readAllBytes(Path.of("..", "docs", "contracts", "profile.example.json")));
    }

    private static DatasetProfile twice() throws IOException {
        return example().mergedWith(example());
    }

    private void limit(Settings.Builder settings) {
        client().admin()
                .cluster()
                .prepareUpdateSettings(TEST_REQUEST_TIMEOUT, TEST_REQUEST_TIMEOUT)
                .setPersistentSettings(settings)
                .get();
    }

    private long used() {
        return getInstanceFromNode(CircuitBreakerService.class)
                .getBreaker(CircuitBreaker.REQUEST)
                .getUsed();
    }
}
