package io.weir.elasticsearch.outbox;

import java.util.List;
import org.elasticsearch.common.settings.Setting;
import org.elasticsearch.common.settings.Setting.Property;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.core.TimeValue;

/** How the outbox behaves; {@code docs/settings.md} tells each. */
public final class OutboxSettings {
    static final Setting<TimeValue> POLL = Setting.timeSetting(
            "weir.outbox.poll_interval",
            TimeValue.timeValueMillis(300),
            TimeValue.timeValueMillis(50),
            TimeValue.timeValueMinutes(1),
            Property.NodeScope);

    static final Setting<TimeValue> FIRST = Setting.timeSetting(
            "weir.outbox.backoff.first",
            TimeValue.timeValueSeconds(1),
            TimeValue.timeValueMillis(50),
            TimeValue.timeValueHours(1),
            Property.NodeScope);

    static final TimeValue LONGEST_BACKOFF = TimeValue.timeValueHours(24);

    static final Setting<TimeValue> LIMIT = Setting.timeSetting(
            "weir.outbox.backoff.limit",
            TimeValue.timeValueMinutes(5),
            TimeValue.timeValueMillis(50),
            LONGEST_BACKOFF,
            Property.NodeScope);

    /** With the default back-off about four hours, not counting what the breaker holds back. */
    static final Setting<Integer> MAX_ATTEMPTS =
            Setting.intSetting("weir.outbox.max_attempts", 50, 1, 10_000, Property.NodeScope);

    /** A key in rotation or a receiver that is still starting is over within half a minute. */
    static final Setting<Integer> MAX_REFUSALS =
            Setting.intSetting("weir.outbox.max_refusals", 6, 1, 10_000, Property.NodeScope);

    static final Setting<Integer> MAX_CONCURRENT =
            Setting.intSetting("weir.outbox.max_concurrent", 64, 1, 1_000, Property.NodeScope);

    /** Longer than any task can sleep and wake up to put a delivery in a second time. */
    static final Setting<TimeValue> RETENTION = Setting.timeSetting(
            "weir.outbox.retention",
            TimeValue.timeValueHours(7 * 24),
            TimeValue.timeValueHours(1),
            TimeValue.timeValueHours(365 * 24),
            Property.NodeScope);

    private final Settings settings;

    /** The settings of a node. */
    OutboxSettings(Settings settings) {
        this.settings = settings;
    }

    /** All settings of the outbox. */
    public static List<Setting<?>> all() {
        return List.of(POLL, FIRST, LIMIT, MAX_ATTEMPTS, MAX_REFUSALS, MAX_CONCURRENT, RETENTION);
    }

    long pollMillis() {
        return POLL.get(settings).millis();
    }

    Backoff backoff() {
        return new Backoff(FIRST.get(settings).millis(), LIMIT.get(settings).millis());
    }

    int maxAttempts() {
        return MAX_ATTEMPTS.get(settings);
    }

    int maxRefusals() {
        return MAX_REFUSALS.get(settings);
    }

    int maxConcurrent() {
        return MAX_CONCURRENT.get(settings);
    }

    long retentionMillis() {
        return RETENTION.get(settings).millis();
    }
}
