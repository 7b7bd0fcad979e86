package io.weir.elasticsearch.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.StrictJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.apache.lucene.search.TotalHits;
import org.elasticsearch.ElasticsearchSecurityException;
import org.elasticsearch.ExceptionsHelper;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.action.DocWriteRequest;
import org.elasticsearch.action.bulk.BulkItemResponse;
import org.elasticsearch.action.bulk.BulkRequest;
import org.elasticsearch.action.bulk.BulkResponse;
import org.elasticsearch.action.delete.DeleteRequest;
import org.elasticsearch.action.get.GetResponse;
import org.elasticsearch.action.get.MultiGetItemResponse;
import org.elasticsearch.action.get.MultiGetRequest;
import org.elasticsearch.action.get.MultiGetResponse;
import org.elasticsearch.action.index.IndexRequest;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.action.search.SearchResponse;
import org.elasticsearch.action.support.IndicesOptions;
import org.elasticsearch.action.support.WriteRequest.RefreshPolicy;
import org.elasticsearch.client.internal.Client;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.index.IndexNotFoundException;
import org.elasticsearch.index.engine.VersionConflictEngineException;
import org.elasticsearch.search.SearchHit;
import org.elasticsearch.search.fetch.subphase.FetchSourceContext;
import org.elasticsearch.xcontent.XContentType;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes Weir's own documents, as Weir. Every call blocks; call from Weir's thread pools.
 *
 * <p>Reads by id are realtime; reads wait some seconds for the shard of an index that is just being created. Writes are conditional, see {@link Write}; a conflict is an answer, not an exception.
 */
public final class Documents {
    /** Some megabytes in one request, with incidents of some ten kilobytes. */
    private static final int CHUNK = 200;

    private final Client client;
    private final Requests requests;
    private final int maxBytes;
    private final @Nullable String without;
    private final IntConsumer sizes;

    /** Documents behind that client. */
    public Documents(Client client, Identity identity) {
        this(client, new Requests(identity), StrictJson.MAX_BYTES, null, bytes -> {});
    }

    private Documents(Client client, Requests requests, int maxBytes, @Nullable String without, IntConsumer sizes) {
        this.client = client;
        this.requests = requests;
        this.maxBytes = maxBytes;
        this.without = without;
        this.sizes = sizes;
    }

    /** The same, for an index whose documents may be that large. */
    public Documents ofAtMost(int bytes) {
        return new Documents(client, requests, bytes, without, sizes);
    }

    /** The same without a field of the documents, which is left where it is when they are got by id. */
    public Documents without(String field) {
        return new Documents(client, requests, maxBytes, field, sizes);
    }

    /** The same, telling how many bytes a document has before it is parsed; who is told may throw, and it is not. */
    public Documents telling(IntConsumer bytes) {
        return new Documents(client, requests, maxBytes, without, bytes);
    }

    /** A document, if it exists. */
    public Optional<StoredDocument> get(String index, String id) {
        return Optional.ofNullable(get(index, List.of(id)).get(id));
    }

    /** Those of the documents that exist, by id. */
    public Map<String, StoredDocument> get(String index, Collection<String> ids) {
        Map<String, StoredDocument> found = new HashMap<>();
        for (List<String> some : chunks(List.copyOf(ids))) {
            MultiGetRequest request = new MultiGetRequest();
            some.forEach(id -> request.add(item(index, id)));
            found.putAll(Requests.onceStarted(() -> read(request)));
        }
        return found;
    }

    /** One write; a failure is thrown. */
    public Written write(Write write, RefreshPolicy refresh) {
        return write(List.of(write), refresh).getFirst().orThrow();
    }

    /** Many writes, in order; the results are in the same order. */
    public List<Written> write(List<Write> writes, RefreshPolicy refresh) {
        List<Written> results = new ArrayList<>(writes.size());
        for (List<Write> some : chunks(writes)) {
            BulkRequest request = new BulkRequest().setRefreshPolicy(refresh);
            some.forEach(write -> request.add(request(write)));
            for (BulkItemResponse item : this.<BulkRequest, BulkResponse>call(client::bulk, request)) {
                results.add(written(item));
            }
        }
        return results;
    }

    /** The documents that a search finds; an index that does not exist yet has none. */
    public List<StoredDocument> search(SearchRequest request) {
        return search(request, this::stored);
    }

    /**
     * A page of what a search finds, for a caller: {@code {"total": n, NAME: [...]}} in the order found. What cannot be read is
     * named in {@code unreadable}, and does not keep the rest from being shown.
     *
     * @param request a search that tracks its total
     * @param name field of the list
     * @param shown what a caller is shown of a document
     */
    public ObjectNode page(SearchRequest request, String name, Function<StoredDocument, ObjectNode> shown) {
        return search(request, response -> {
            TotalHits total = response.getHits().getTotalHits();
            ObjectNode answer = StrictJson.object().put("total", total == null ? 0 : total.value());
            ArrayNode all = answer.putArray(name);
            for (SearchHit hit : response.getHits()) {
                try {
                    all.add(shown.apply(stored(hit)));
                } catch (InvalidJsonException e) {
                    answer.withArray("unreadable")
                            .addObject()
                            .put("id", hit.getId())
                            .put("reason", e.getMessage());
                }
            }
            return answer;
        });
    }

    /** What {@code reader} makes of the answer of a search; it must not keep the answer. */
    public <T> T search(SearchRequest request, Function<SearchResponse, T> reader) {
        request.indicesOptions(IndicesOptions.lenientExpandOpen());
        request.source().seqNoAndPrimaryTerm(true);
        SearchResponse response =
                Requests.onceStarted(() -> this.<SearchRequest, SearchResponse>call(client::search, request));
        try {
            return reader.apply(response);
        } finally {
            response.decRef();
        }
    }

    /** Runs any other request as Weir and waits for its answer. */
    public <Q, R> R call(BiConsumer<Q, ActionListener<R>> operation, Q request) {
        return requests.call(operation, request);
    }

    private MultiGetRequest.Item item(String index, String id) {
        MultiGetRequest.Item item = new MultiGetRequest.Item(index, id);
        return without == null
                ? item
                : item.fetchSourceContext(FetchSourceContext.of(true, new String[0], new String[] {without}));
    }

    private Map<String, StoredDocument> read(MultiGetRequest request) {
        Map<String, StoredDocument> found = new HashMap<>();
        for (MultiGetItemResponse item : this.<MultiGetRequest, MultiGetResponse>call(client::multiGet, request)) {
            if (item.isFailed()) {
                rethrowUnlessAbsent(item.getFailure().getFailure());
            } else if (item.getResponse().isExists()) {
                GetResponse got = item.getResponse();
                found.put(
                        got.getId(),
                        stored(got.getId(), got.getSeqNo(), got.getPrimaryTerm(), got.getSourceAsBytesRef()));
            }
        }
        return found;
    }

    private static DocWriteRequest<?> request(Write write) {
        boolean create = write.seqNo() == Write.ABSENT;
        if (write.source() == null) {
            return new DeleteRequest(write.index(), write.id())
                    .setIfSeqNo(write.seqNo())
                    .setIfPrimaryTerm(write.primaryTerm());
        }
        IndexRequest request = new IndexRequest(write.index())
                .id(write.id())
                .source(StrictJson.write(write.source()), XContentType.JSON);
        return create ? request.create(true) : request.setIfSeqNo(write.seqNo()).setIfPrimaryTerm(write.primaryTerm());
    }

    private static Written written(BulkItemResponse item) {
        if (!item.isFailed()) {
            return new Written(
                    Written.Result.DONE,
                    item.getResponse().getSeqNo(),
                    item.getResponse().getPrimaryTerm(),
                    null);
        }
        Exception cause = item.getFailure().getCause();
        boolean conflict = ExceptionsHelper.unwrapCause(cause) instanceof VersionConflictEngineException;
        Exception failure =
                cause instanceof ElasticsearchSecurityException denied ? Requests.notAllowed(denied) : cause;
        return new Written(
                conflict ? Written.Result.CONFLICT : Written.Result.FAILED, -1, 0, conflict ? null : failure);
    }

    private List<StoredDocument> stored(SearchResponse response) {
        List<StoredDocument> found = new ArrayList<>();
        for (SearchHit hit : response.getHits()) {
            found.add(stored(hit));
        }
        return found;
    }

    private StoredDocument stored(SearchHit hit) {
        return stored(hit.getId(), hit.getSeqNo(), hit.getPrimaryTerm(), hit.getSourceRef());
    }

    private StoredDocument stored(String id, long seqNo, long primaryTerm, BytesReference source) {
        sizes.accept(source.length());
        return new StoredDocument(
                id,
                seqNo,
                primaryTerm,
                StrictJson.parseObject(BytesReference.toBytes(source), "document " + id, maxBytes));
    }

    private static void rethrowUnlessAbsent(Exception failure) {
        if (!(ExceptionsHelper.unwrapCause(failure) instanceof IndexNotFoundException)) {
            throw ExceptionsHelper.convertToRuntime(failure);
        }
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }
}
