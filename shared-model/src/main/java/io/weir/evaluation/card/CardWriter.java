package io.weir.evaluation.card;

import java.util.List;

/** A document of headings, paragraphs and tables; each form escapes what it is given. */
interface CardWriter {
    /** A heading of level 1 or 2. */
    void heading(int level, String text);

    /** A paragraph. */
    void paragraph(String text);

    /** A table; nothing if it has no rows. */
    void table(List<String> header, List<List<String>> rows);

    /** The whole document. */
    String document();
}
