package io.weir.elasticsearch.api;

/** What a transport action does. Runs on a thread that may block. */
@FunctionalInterface
public interface Operation {
    /**
     * Answers a request.
     *
     * @throws Exception whose status becomes that of the answer; an {@link IllegalArgumentException} is a 400
     */
    ApiResponse answer(ApiRequest request) throws Exception;
}
