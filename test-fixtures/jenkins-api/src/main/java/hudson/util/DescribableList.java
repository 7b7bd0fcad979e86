package hudson.util;

import hudson.model.Describable;
import hudson.model.Descriptor;
import io.weir.fixtures.jenkinsapi.HostOnly;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Things that forms configure, one of each class. */
public class DescribableList<T extends Describable<T>, D extends Descriptor<T>> {
    private final List<T> all;

    /** Of these. */
    @HostOnly
    public DescribableList(List<T> all) {
        this.all = List.copyOf(all);
    }

    /** The one of that class, or null. */
    public <U extends T> @Nullable U get(Class<U> type) {
        return all.stream()
                .filter(one -> one.getClass() == type)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
