package io.weir.jenkins.folder;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import hudson.model.Item;
import java.util.ArrayList;
import java.util.List;

/** The folders around an item that have settled something. */
final class Folders {
    private Folders() {}

    /** A folder and what it has settled. */
    record Settled(AbstractFolder<?> folder, WeirFolderProperty property) {
        /** The name of an item somewhere in the folder, from there. */
        String nameFromHere(Item item) {
            return item.getFullName().substring(folder.getFullName().length() + 1);
        }
    }

    /** The nearest first. */
    static List<Settled> around(Item item) {
        List<Settled> all = new ArrayList<>();
        for (Object parent = item.getParent(); parent instanceof Item next; parent = next.getParent()) {
            if (next instanceof AbstractFolder<?> folder) {
                WeirFolderProperty property = folder.getProperties().get(WeirFolderProperty.class);
                if (property != null) {
                    all.add(new Settled(folder, property));
                }
            }
        }
        return all;
    }
}
