package hudson.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A model object that has actions. */
public abstract class Actionable implements ModelObject {
    private final CopyOnWriteArrayList<Action> actions = new CopyOnWriteArrayList<>();

    /** The actions added to it. */
    public List<? extends Action> getAllActions() {
        return List.copyOf(actions);
    }

    /** The actions of a type. */
    public <T extends Action> List<T> getActions(Class<T> type) {
        return actions.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The first action of a type, or null. */
    public <T extends Action> @Nullable T getAction(Class<T> type) {
        return getActions(type).stream().findFirst().orElse(null);
    }

    /** Adds one. */
    public void addAction(Action action) {
        actions.add(action);
    }

    /** Adds one in the place of those of its class. */
    public void replaceAction(Action action) {
        actions.removeIf(one -> one.getClass() == action.getClass());
        actions.add(action);
    }
}
