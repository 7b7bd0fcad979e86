package hudson.model;

import hudson.ExtensionList;
import io.weir.fixtures.jenkinsapi.Controllers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.TransientActionFactory;
import org.jspecify.annotations.Nullable;

/** A model object that has actions. */
public abstract class Actionable implements ModelObject {
    private final CopyOnWriteArrayList<Action> actions = new CopyOnWriteArrayList<>();

    /** The actions added to it, and those that factories make for it. */
    public List<? extends Action> getAllActions() {
        List<Action> all = new ArrayList<>(actions);
        if (Controllers.currentOrNull() == null) {
            return all;
        }
        for (TransientActionFactory<?> factory : ExtensionList.lookup(TransientActionFactory.class)) {
            all.addAll(made(factory));
        }
        return all;
    }

    private <T> Collection<? extends Action> made(TransientActionFactory<T> factory) {
        return factory.type().isInstance(this)
                ? factory.createFor(factory.type().cast(this))
                : List.of();
    }

    /** The actions of a type. */
    public <T extends Action> List<T> getActions(Class<T> type) {
        return getAllActions().stream().filter(type::isInstance).map(type::cast).toList();
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
