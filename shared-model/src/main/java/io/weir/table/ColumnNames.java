package io.weir.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Columns that are found as the rows are read, in the order of finding. Safe for use by many threads. */
final class ColumnNames {
    private final int most;
    private final Map<String, Integer> places = new HashMap<>();
    private List<String> names = List.of();

    ColumnNames(int most) {
        this.most = most;
    }

    /**
     * The names, which are those of the first file.
     *
     * @param found the names in a file; the first file's become the table's, later ones must be the same in any order
     * @throws TableException naming what a later file lacks or adds
     */
    synchronized List<String> adopt(List<String> found, String file) throws TableException {
        if (names.isEmpty()) {
            names = List.copyOf(found);
            names.forEach(name -> places.put(name, places.size()));
            return names;
        }
        Set<String> lacking = new LinkedHashSet<>(names);
        found.forEach(lacking::remove);
        Set<String> unknown = new LinkedHashSet<>(found);
        names.forEach(unknown::remove);
        if (!lacking.isEmpty() || !unknown.isEmpty()) {
            throw TableException.inFile(
                    file, "its columns are not those of the first file: it lacks " + lacking + " and adds " + unknown);
        }
        return names;
    }

    /** For each of the names that were adopted, its place among the table's columns. */
    synchronized int[] places(List<String> adopted) {
        return adopted.stream().mapToInt(this::place).toArray();
    }

    /** The names so far; never changed afterwards. */
    synchronized List<String> names() {
        return names;
    }

    /** The place of a column, which is new if its name is; -1 if there are too many. */
    synchronized int place(String name) {
        Integer known = places.get(name);
        if (known != null) {
            return known;
        }
        if (names.size() == most) {
            return -1;
        }
        List<String> more = new ArrayList<>(names.size() + 1);
        more.addAll(names);
        more.add(name);
        names = Collections.unmodifiableList(more);
        places.put(name, names.size() - 1);
        return names.size() - 1;
    }
}
