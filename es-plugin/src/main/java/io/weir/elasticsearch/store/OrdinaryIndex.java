package io.weir.elasticsearch.store;

import org.elasticsearch.ExceptionsHelper;
import org.elasticsearch.ResourceAlreadyExistsException;
import org.elasticsearch.action.admin.indices.create.CreateIndexRequest;
import org.elasticsearch.action.admin.indices.create.CreateIndexResponse;
import org.elasticsearch.client.internal.Client;
import org.elasticsearch.cluster.service.ClusterService;

/** Makes sure that an index which people chart is there, with its mappings, before the first document is written. */
public final class OrdinaryIndex {
    private final Client client;
    private final ClusterService cluster;
    private final Documents documents;
    private final String name;
    private final String mappings;

    private OrdinaryIndex(Client client, ClusterService cluster, Documents documents, String name, String mappings) {
        this.client = client;
        this.cluster = cluster;
        this.documents = documents;
        this.name = name;
        this.mappings = mappings;
    }

    /** The index of incidents, behind that client. */
    public static OrdinaryIndex incidents(Client client, ClusterService cluster, Documents documents) {
        return new OrdinaryIndex(client, cluster, documents, OwnIndices.INCIDENTS, Mappings.INCIDENTS);
    }

    /** The index of profiles. */
    public static OrdinaryIndex profiles(Client client, ClusterService cluster, Documents documents) {
        return new OrdinaryIndex(client, cluster, documents, OwnIndices.PROFILES, Mappings.PROFILES);
    }

    /** The index of gates' results. */
    public static OrdinaryIndex gates(Client client, ClusterService cluster, Documents documents) {
        return new OrdinaryIndex(client, cluster, documents, OwnIndices.GATES, Mappings.GATES);
    }

    /** Creates the index unless it is there: automatic creation would guess the mappings. */
    public void ensure() {
        if (cluster.state().metadata().getProject().hasIndexAbstraction(name)) {
            return;
        }
        CreateIndexRequest request =
                new CreateIndexRequest(name).settings(OwnIndices.settings()).mapping(mappings);
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
