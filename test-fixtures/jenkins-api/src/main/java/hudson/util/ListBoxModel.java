package hudson.util;

import java.util.ArrayList;

/** The options of a list. */
public class ListBoxModel extends ArrayList<ListBoxModel.Option> {
    private static final long serialVersionUID = 1L;

    /** One option. */
    public static final class Option {
        /** What is shown. */
        public String name;

        /** What is stored. */
        public String value;

        /** Shows the name, stores the value. */
        public Option(String name, String value) {
            this.name = name;
            this.value = value;
        }
    }

    /** Adds an option. */
    public void add(String displayName, String value) {
        add(new Option(displayName, value));
    }
}
