package io.weir.jenkins.delivery;

import java.time.Instant;
import java.util.Locale;

/**
 * What one delivery means for one job.
 *
 * @param job full name of the job
 * @param phase how far it is
 * @param gathered whether it shares its build with the others of this job that are held
 * @param reason why it is held or was dropped; empty if neither
 * @param notBefore the earliest time at which it may start
 * @param number queue id while it is queued, build number once it has started, 0 before
 */
public record Assignment(String job, Phase phase, boolean gathered, String reason, Instant notBefore, long number) {
    /** How far an assignment is. */
    public enum Phase {
        /** Held, or about to be queued. */
        WAITING,
        /** In Jenkins' queue. */
        QUEUED,
        /** Has its build. */
        STARTED,
        /** Will have none. */
        DROPPED;

        /** Whether nothing more will happen. */
        public boolean isFinal() {
            return this == STARTED || this == DROPPED;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Phase of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** One that may start at once, in a build of its own. */
    public static Assignment now(String job, Instant at) {
        return new Assignment(job, Phase.WAITING, false, "", at, 0);
    }

    /** One that waits, and then shares a build with all others that wait for that job. */
    public static Assignment held(String job, Instant notBefore, String reason) {
        return new Assignment(job, Phase.WAITING, true, reason, notBefore, 0);
    }

    /** The same, held from now on. */
    public Assignment held(Instant until, String why) {
        return held(job, until, why);
    }

    /** The same, in the queue. */
    public Assignment queued(long queueId) {
        return new Assignment(job, Phase.QUEUED, gathered, reason, notBefore, queueId);
    }

    /** The same, with its build. */
    public Assignment started(int build) {
        return new Assignment(job, Phase.STARTED, gathered, reason, notBefore, build);
    }

    /** The same, over without a build. */
    public Assignment dropped(String why) {
        return new Assignment(job, Phase.DROPPED, gathered, why, notBefore, 0);
    }

    /** The same, for a job that was renamed. */
    public Assignment ofJob(String newName) {
        return new Assignment(newName, phase, gathered, reason, notBefore, number);
    }
}
