package jenkins.model;

import hudson.ExtensionList;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Queue;
import hudson.model.TopLevelItem;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import io.weir.fixtures.jenkinsapi.Controllers;
import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** The controller. */
public class Jenkins implements ItemGroup<TopLevelItem>, AccessControlled {
    /** May do everything. */
    public static final Permission ADMINISTER = new Permission("hudson.model.Hudson.Administer");

    private static final Jenkins FACADE = new Jenkins();

    private Jenkins() {}

    /** The one. */
    public static Jenkins get() {
        Controllers.current();
        return FACADE;
    }

    /** Who the calling thread acts for. */
    public static Authentication getAuthentication2() {
        return Controllers.current().authentication();
    }

    /** The one, or null while there is none. */
    public static @Nullable Jenkins getInstanceOrNull() {
        return Controllers.currentOrNull() == null ? null : FACADE;
    }

    /** Directory of all its files. */
    public File getRootDir() {
        return Controllers.current().rootDir();
    }

    /** Address with a slash at its end, or null if none is configured. */
    public @Nullable String getRootUrl() {
        return Controllers.current().rootUrl();
    }

    /** All items of a type, at any depth, that the caller may read. */
    public <T extends Item> List<T> getAllItems(Class<T> type) {
        return Controllers.current().items().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** An item by its full name, or null. */
    public <T extends Item> @Nullable T getItemByFullName(String fullName, Class<T> type) {
        return getAllItems(type).stream()
                .filter(item -> item.getFullName().equals(fullName))
                .findFirst()
                .orElse(null);
    }

    /** What waits to be built. */
    public Queue getQueue() {
        return new Queue();
    }

    /** The extensions of a type. */
    public <T> ExtensionList<T> getExtensionList(Class<T> type) {
        return ExtensionList.lookup(type);
    }

    /** The descriptor of a class that has one. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Descriptor getDescriptorOrDie(Class<? extends Describable> type) {
        for (Descriptor descriptor : Controllers.current().extensions(Descriptor.class)) {
            if (descriptor.clazz == type) {
                return descriptor;
            }
        }
        throw new AssertionError(type + " is missing its descriptor");
    }

    @Override
    public String getFullName() {
        return "";
    }

    @Override
    public String getDisplayName() {
        return "Jenkins";
    }
}
