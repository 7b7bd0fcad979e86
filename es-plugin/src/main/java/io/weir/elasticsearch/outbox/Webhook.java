package io.weir.elasticsearch.outbox;

import java.net.URI;

/**
 * A receiver of deliveries.
 *
 * @param name its name, by which detectors call it
 * @param url where it listens
 * @param perMinute deliveries a minute at most
 */
record Webhook(String name, URI url, int perMinute) {}
