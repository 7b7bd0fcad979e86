package io.weir.schema.expectations;

import java.util.regex.Pattern;

/** Patterns of SQL's LIKE: % is any text, _ any character, and a backslash takes the next character as it is. */
final class LikePattern {
    private LikePattern() {}

    /** The same as a regular expression that is found in exactly the texts that are like it. */
    static String regex(String like) {
        StringBuilder regex = new StringBuilder("(?s)\\A");
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < like.length(); i++) {
            char one = like.charAt(i);
            if (one == '\\' && i + 1 < like.length()) {
                plain.append(like.charAt(++i));
            } else if (one == '%' || one == '_') {
                quote(plain, regex);
                regex.append(one == '%' ? ".*" : ".");
            } else {
                plain.append(one);
            }
        }
        quote(plain, regex);
        return regex.append("\\z").toString();
    }

    private static void quote(StringBuilder plain, StringBuilder regex) {
        if (!plain.isEmpty()) {
            regex.append(Pattern.quote(plain.toString()));
            plain.setLength(0);
        }
    }
}
