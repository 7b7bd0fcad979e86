package io.weir.jenkins.folder;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import hudson.Extension;
import hudson.model.Job;
import io.weir.jenkins.access.StartRule;
import io.weir.jenkins.folder.Folders.Settled;
import org.jspecify.annotations.Nullable;

/** What the folders around a job allow; each of them has to. */
@Extension(optional = true)
public final class FolderRule implements StartRule {
    @Override
    public @Nullable String refusal(Job<?, ?> job) {
        for (Settled settled : Folders.around(job)) {
            if (!settled.property().allows(settled.nameFromHere(job))) {
                return refusedBy(settled.folder());
            }
        }
        return null;
    }

    /** Public, because Jenkins then sees at once that this class can't be used without the folder plugin. */
    public static String refusedBy(AbstractFolder<?> folder) {
        return "not among the allowed jobs of the folder '" + folder.getFullName() + "'";
    }

    @Override
    public boolean wantsApproval(Job<?, ?> job) {
        return Folders.around(job).stream()
                .anyMatch(settled -> settled.property().wantsApproval());
    }
}
