package io.weir.jenkins.trigger;

import hudson.model.Cause;
import io.weir.jenkins.Messages;
import io.weir.jenkins.delivery.Decisions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person had a hand in the start of a build. Plain text from outside: whoever shows it escapes it. */
public final class DecisionCause extends Cause {
    private final String user;
    private final boolean approval;

    private DecisionCause(String user, boolean approval) {
        this.user = user;
        this.approval = approval;
    }

    /** One for each person's part. */
    static List<DecisionCause> of(Decisions decisions) {
        List<DecisionCause> causes = new ArrayList<>();
        if (!decisions.approvedBy().isEmpty()) {
            causes.add(new DecisionCause(decisions.approvedBy(), true));
        }
        if (!decisions.startedBy().isEmpty()) {
            causes.add(new DecisionCause(decisions.startedBy(), false));
        }
        return causes;
    }

    /** Id of the user. */
    public String getUser() {
        return user;
    }

    /** Whether the user approved the start; else the user started what was held. */
    public boolean isApproval() {
        return approval;
    }

    @Override
    public String getShortDescription() {
        return approval ? Messages.DecisionCause_approved(user) : Messages.DecisionCause_started(user);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DecisionCause cause && cause.user.equals(user) && cause.approval == approval;
    }

    @Override
    public int hashCode() {
        return 31 * user.hashCode() + Boolean.hashCode(approval);
    }
}
