package io.weir.elasticsearch.anomaly;

import io.weir.elasticsearch.Registration;

/** Registers the {@code anomaly} aggregation. */
public final class AnomalyRegistration implements Registration {}
