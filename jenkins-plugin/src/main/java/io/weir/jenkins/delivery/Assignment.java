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
 * @param decisions which people had a hand in it
 */
public record Assignment(
        String job, Phase phase, boolean gathered, String reason, Instant notBefore, long number, Decisions decisions) {
    /** Reason of those that wait for a person. */
    public static final String APPROVAL = "approval";

    /** How far an assignment is. */
    public enum Phase {
        /** Waits for a person's approval. */
        AWAITING,
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

        /** Its name in files and in the remote API. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Phase of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** One that may start at once, in a build of its own. */
    public static Assignment now(String job, Instant at) {
        return new Assignment(job, Phase.WAITING, false, "", at, 0, Decisions.NONE);
    }

    /** One that waits, and then shares a build with all others that wait for that job. */
    public static Assignment held(String job, Instant notBefore, String reason) {
        return now(job, notBefore).held(notBefore, reason);
    }

    /** One that waits for a person's approval. */
    public static Assignment awaiting(String job, Instant at) {
        return now(job, at).awaiting();
    }

    /** The same, held from now on. */
    public Assignment held(Instant until, String why) {
        return new Assignment(job, Phase.WAITING, true, why, until, 0, decisions);
    }

    /** The same, until a person approves it. */
    public Assignment awaiting() {
        return new Assignment(job, Phase.AWAITING, false, APPROVAL, notBefore, 0, decisions);
    }

    /** The same, approved by that user. */
    public Assignment approvedBy(String user) {
        return new Assignment(job, phase, gathered, reason, notBefore, number, decisions.approved(user));
    }

    /** The same, to be started at once and alone, because that user wants it. */
    public Assignment startedBy(String user, Instant now) {
        return new Assignment(job, Phase.WAITING, false, "", now, 0, decisions.started(user));
    }

    /** The same, in the queue. */
    public Assignment queued(long queueId) {
        return new Assignment(job, Phase.QUEUED, gathered, reason, notBefore, queueId, decisions);
    }

    /** The same, to be queued again: the queue has lost it. */
    public Assignment again(Instant now) {
        return new Assignment(job, Phase.WAITING, false, "", now, 0, decisions);
    }

    /** The same, with its build. */
    public Assignment started(int build) {
        return new Assignment(job, Phase.STARTED, gathered, reason, notBefore, build, decisions);
    }

    /** The same, over without a build. */
    public Assignment dropped(String why) {
        return new Assignment(job, Phase.DROPPED, gathered, why, notBefore, 0, decisions);
    }

    /** The same, for a job that was renamed. */
    public Assignment ofJob(String newName) {
        return new Assignment(newName, phase, gathered, reason, notBefore, number, decisions);
    }
}
