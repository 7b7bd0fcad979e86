package hudson.model;

import hudson.security.AccessControlled;
import io.weir.fixtures.jenkinsapi.Controllers;
import io.weir.fixtures.jenkinsapi.HostOnly;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits to be built. */
public class Queue {
    /** For the host, which makes its own. */
    @HostOnly
    public Queue() {}

    /** Something that can wait. */
    public interface Task extends ModelObject, AccessControlled {
        /** Job name with folders, for people. */
        String getFullDisplayName();
    }

    /** An action that has a say on whether two items of the same task are one. */
    public interface QueueAction extends Action {
        /** Whether an item with {@code actions} is to be queued beside the one that has this action. */
        boolean shouldSchedule(List<Action> actions);
    }

    /** Something that runs in an executor. */
    public interface Executable {}

    /** One that waits, or that has just left. */
    public abstract static class Item extends Actionable {
        /** What is to be built. */
        public final Task task;

        private final long id;

        /** A task under an id, with its actions. */
        @HostOnly
        protected Item(Task task, long id, List<Action> actions) {
            this.task = task;
            this.id = id;
            actions.forEach(this::addAction);
        }

        /** Never given twice. */
        public long getId() {
            return id;
        }

        @Override
        public String getDisplayName() {
            return task.getFullDisplayName();
        }
    }

    /** One that has left: to be built, or cancelled. */
    public abstract static class LeftItem extends Item {
        /** A task under an id, with its actions. */
        @HostOnly
        protected LeftItem(Task task, long id, List<Action> actions) {
            super(task, id, actions);
        }

        /** Whether it was taken out instead of built. */
        public abstract boolean isCancelled();
    }

    /** All that wait. */
    public Item[] getItems() {
        return Controllers.current().queue().toArray(new Item[0]);
    }

    /** One that waits or has just left, or null. */
    public @Nullable Item getItem(long id) {
        return Controllers.current().queue().stream()
                .filter(item -> item.getId() == id)
                .findFirst()
                .orElse(null);
    }
}
