package io.weir.jenkins.folder;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import hudson.Extension;
import hudson.model.Item;
import io.weir.jenkins.elasticsearch.ElasticsearchClient;
import io.weir.jenkins.elasticsearch.Servers;
import io.weir.jenkins.folder.Folders.Settled;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** The servers of folders. A scope is a folder's full name. */
@Extension(optional = true)
public final class FolderServers implements Servers {
    @Override
    public @Nullable String scopeOf(Item item) {
        return Folders.around(item).stream()
                .filter(settled -> settled.property().hasServer())
                .map(Settled::folder)
                .map(Item::getFullName)
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable ElasticsearchClient open(String scope) {
        AbstractFolder<?> folder = Jenkins.get().getItemByFullName(scope, AbstractFolder.class);
        return folder == null ? null : open(folder);
    }

    /** Public, because Jenkins then sees at once that this class can't be used without the folder plugin. */
    public static @Nullable ElasticsearchClient open(AbstractFolder<?> folder) {
        WeirFolderProperty property = folder.getProperties().get(WeirFolderProperty.class);
        return property == null || !property.hasServer()
                ? null
                : new ElasticsearchClient(property.getElasticsearchUrl(), property.getCredentialsId(), folder);
    }
}
