package io.weir.elasticsearch.api;

import io.weir.json.InvalidJsonException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.common.bytes.BytesArray;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.action.RestBuilderListener;
import org.elasticsearch.xcontent.XContentBuilder;
import org.elasticsearch.xcontent.XContentParser;
import org.elasticsearch.xcontent.XContentParserConfiguration;
import org.elasticsearch.xcontent.XContentType;
import org.elasticsearch.xcontent.json.JsonXContent;

/** Hands a REST request to the transport action of its endpoint, and its answer back. */
public final class EndpointHandler extends BaseRestHandler {
    private final Endpoint endpoint;

    /** A handler for that endpoint. */
    public EndpointHandler(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public String getName() {
        return endpoint.handlerName();
    }

    @Override
    public List<Route> routes() {
        return endpoint.routes();
    }

    @Override
    protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : endpoint.parameters()) {
            String value = request.param(name);
            if (value != null) {
                parameters.put(name, value);
            }
        }
        // What is not read here, the server refuses.
        ApiRequest call =
                new ApiRequest(parameters, endpoint.takesBody() ? body(request, endpoint.maxBody()) : BytesArray.EMPTY);
        return channel -> client.execute(endpoint.action(), call, new RestBuilderListener<>(channel) {
            @Override
            public RestResponse buildResponse(ApiResponse response, XContentBuilder builder) throws Exception {
                byte[] json = BytesReference.toBytes(response.json());
                try (builder;
                        XContentParser parser =
                                JsonXContent.jsonXContent.createParser(XContentParserConfiguration.EMPTY, json)) {
                    parser.nextToken();
                    builder.copyCurrentStructure(parser);
                }
                return new RestResponse(response.status(), builder);
            }
        });
    }

    private static BytesReference body(RestRequest request, int most) {
        if (request.hasContent() && request.getXContentType().canonical() != XContentType.JSON) {
            throw new InvalidJsonException(
                    "Content-Type is " + request.getXContentType().mediaType() + ", must be application/json");
        }
        if (request.contentLength() > most) {
            throw new InvalidJsonException(
                    "request body has " + request.contentLength() + " bytes, the limit is " + most + "; send less");
        }
        // A copy: the transport layer takes its buffer back when this handler returns.
        return request.hasContent() ? new BytesArray(BytesReference.toBytes(request.content())) : BytesArray.EMPTY;
    }
}
