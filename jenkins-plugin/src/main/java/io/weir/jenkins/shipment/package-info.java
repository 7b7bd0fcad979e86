/**
 * Documents on their way to Elasticsearch and to a server of lineage: {@link io.weir.jenkins.shipment.ShipmentQueue} writes them down, sends them at once,
 * and again until they arrive.
 */
@NullMarked
package io.weir.jenkins.shipment;

import org.jspecify.annotations.NullMarked;
