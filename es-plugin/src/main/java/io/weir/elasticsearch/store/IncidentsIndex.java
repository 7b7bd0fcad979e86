package io.weir.elasticsearch.store;

import org.elasticsearch.ExceptionsHelper;
import org.elasticsearch.ResourceAlreadyExistsException;
import org.elasticsearch.action.admin.indices.create.CreateIndexRequest;
import org.elasticsearch.action.admin.indices.create.CreateIndexResponse;
import org.elasticsearch.client.internal.Client;
import org.elasticsearch.cluster.service.ClusterService;

/** Makes sure that the incidents have their index, with its mappings, before the first is written. */
public final class IncidentsIndex {
    private final Client client;
    private final ClusterService cluster;
    private final Documents documents;

    /** The index behind that client. */
    public IncidentsIndex(Client client, ClusterService cluster, Documents documents) {
        this.client = client;
        this.cluster = cluster;
        this.documents = documents;
    }

    /** Creates the index unless it is there: automatic creation would guess the mappings. */
    public void ensure() {
        if (cluster.state().metadata().getProject().hasIndexAbstraction(OwnIndices.INCIDENTS)) {
            return;
        }
        CreateIndexRequest request = new CreateIndexRequest(OwnIndices.INCIDENTS)
                .settings(OwnIndices.settings())
                .mapping(Mappings.INCIDENTS);
        try {
            documents.<CreateIndexRequest, CreateIndexResponse>call(
                    client.admin().indices()::create, request);
        } catch (RuntimeException e) {
            if (!(ExceptionsHelper.unwrapCause(e) instanceof ResourceAlreadyExistsException)) {
                throw e;
            }
        }
    }
}
