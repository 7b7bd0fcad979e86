package io.weir.gate.data;

import io.weir.gate.GateReference;
import io.weir.profile.DatasetProfile;

/**
 * What data are compared with.
 *
 * @param profile of the earlier data
 * @param origin where it came from
 */
public record Reference(DatasetProfile profile, GateReference origin) {}
