package io.weir.schema;

import java.util.List;

/**
 * A column that is expected.
 *
 * @param name its name
 * @param type what its values are; {@link ValueType#ANY} is not checked
 * @param required whether it must be there
 * @param absentIn environments in which it is not, such as a label when serving
 * @param sensitive whether no value of it may appear in results, files and profiles
 * @param checks what its values are to be
 */
public record Column(
        String name, ValueType type, boolean required, List<String> absentIn, boolean sensitive, List<Check> checks) {
    /** Copies the lists. */
    public Column {
        absentIn = List.copyOf(absentIn);
        checks = List.copyOf(checks);
    }

    /** Whether it must be there in an environment; the empty text is none. */
    public boolean requiredIn(String environment) {
        return required && !absentIn.contains(environment);
    }

    /** The same, with no value shown anywhere. */
    public Column asSensitive() {
        return new Column(name, type, required, absentIn, true, checks);
    }
}
