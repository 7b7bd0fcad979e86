package hudson;

import io.weir.fixtures.jenkinsapi.Controllers;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The extensions of one type, highest ordinal first. */
public class ExtensionList<T> extends AbstractList<T> {
    private final List<T> all;

    private ExtensionList(List<T> all) {
        this.all = all;
    }

    /** All extensions of a type. */
    public static <T> ExtensionList<T> lookup(Class<T> type) {
        return new ExtensionList<>(Controllers.current().extensions(type));
    }

    /** The only extension of a type. */
    public static <U> U lookupSingleton(Class<U> type) {
        List<U> all = Controllers.current().extensions(type);
        if (all.size() != 1) {
            throw new IllegalStateException(
                    "Expected 1 instance of " + type.getName() + " but got " + all.size() + "; is it an @Extension?");
        }
        return all.getFirst();
    }

    /** The extension of exactly that class, or null. */
    public <U extends T> @Nullable U get(Class<U> type) {
        return all.stream()
                .filter(one -> one.getClass() == type)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    @Override
    public T get(int index) {
        return all.get(index);
    }

    @Override
    public int size() {
        return all.size();
    }
}
