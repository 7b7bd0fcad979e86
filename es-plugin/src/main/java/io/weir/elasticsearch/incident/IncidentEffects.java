package io.weir.elasticsearch.incident;

import io.weir.elasticsearch.store.OwnIndices;
import io.weir.elasticsearch.store.StoredDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elasticsearch.action.support.WriteRequest.RefreshPolicy;

/** Applies a detector's signals to the incidents, each once, however often they are applied. */
public final class IncidentEffects {
    /** Only people and jobs compete for the same document, so a second round is rare and a fifth is unheard of. */
    private static final int ROUNDS = 5;

    private final IncidentStore store;

    IncidentEffects(IncidentStore store) {
        this.store = store;
    }

    /**
     * What was done.
     *
     * @param effects how many incidents had which effect
     * @param notes why nothing was done where something could have been, one sentence each
     */
    public record Applied(Map<Effect, Integer> effects, List<String> notes) {
        /** How many incidents had that effect. */
        public int count(Effect effect) {
            return effects.getOrDefault(effect, 0);
        }
    }

    /**
     * Applies signals, at most one a fingerprint.
     *
     * @throws RuntimeException if one is not known to be applied; applying all of them again is safe
     */
    public Applied apply(Watch watch, List<Signal> signals, Instant now) {
        Lifecycle lifecycle = new Lifecycle(watch, now);
        Applied applied = new Applied(new EnumMap<>(Effect.class), new ArrayList<>());
        List<Signal> left = signals;
        for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
            left = round(lifecycle, left, applied);
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException(left.size() + " incidents were changed by others in each of " + ROUNDS
                    + " attempts, the first is " + left.getFirst().fingerprint() + "; the interval is tried again");
        }
        return applied;
    }

    private List<Signal> round(Lifecycle lifecycle, List<Signal> signals, Applied applied) {
        Map<String, StoredDocument> found =
                store.get(signals.stream().map(Signal::fingerprint).toList());
        List<Signal> signalled = new ArrayList<>();
        List<Plan.Change> planned = new ArrayList<>();
        List<IncidentStore.Changed> changes = new ArrayList<>();
        List<StoredDocument> owing = new ArrayList<>();
        for (Signal signal : signals) {
            StoredDocument stored = found.get(signal.fingerprint());
            IncidentDocument existing =
                    stored == null ? null : IncidentDocument.readable(stored).orElse(null);
            if (stored != null && existing == null) {
                // Somebody else's document, or a newer version's: left alone, and no reason to leave the others alone.
                applied.notes()
                        .add("document " + stored.id() + " of " + OwnIndices.INCIDENTS
                                + " is in the place of an incident and cannot be read; delete it");
                continue;
            }
            switch (lifecycle.plan(stored, existing, signal)) {
                case Plan.Skip skip -> {
                    if (stored != null) {
                        owing.add(stored);
                    }
                    if (!skip.reason().isEmpty()) {
                        applied.notes().add(skip.reason());
                    }
                }
                case Plan.Change change -> {
                    signalled.add(signal);
                    planned.add(change);
                    changes.add(new IncidentStore.Changed(Optional.ofNullable(stored), change.next()));
                }
            }
        }
        // A signal that was applied before may have been cut short before its deliveries were put into the outbox.
        store.settle(owing);
        store.keep(planned.stream()
                .flatMap(change -> Optional.ofNullable(change.past()).stream())
                .toList());
        List<Boolean> done = store.change(changes, RefreshPolicy.NONE);
        List<Signal> left = new ArrayList<>();
        for (int i = 0; i < done.size(); i++) {
            if (done.get(i)) {
                applied.effects().merge(planned.get(i).effect(), 1, Integer::sum);
            } else {
                left.add(signalled.get(i));
            }
        }
        return left;
    }
}
