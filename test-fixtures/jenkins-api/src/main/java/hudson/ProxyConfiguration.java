package hudson;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;

/** HTTP clients that honour the proxy of the controller; here there is none. */
public final class ProxyConfiguration {
    private ProxyConfiguration() {}

    /** A builder of clients. */
    public static HttpClient.Builder newHttpClientBuilder() {
        return HttpClient.newBuilder();
    }

    /** A builder of requests. */
    public static HttpRequest.Builder newHttpRequestBuilder(URI uri) {
        return HttpRequest.newBuilder(uri);
    }
}
