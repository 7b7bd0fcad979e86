package io.weir.schema.tfdv;

import io.weir.json.InvalidJsonException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Protocol buffers' text format, as far as schemas use it: {@code name: value}, {@code name { … }}, {@code name: [a, b]}, comments
 * with #, strings in either quotes with escapes. Bounded depth, linear time.
 */
final class TextProto {
    private static final int MAX_DEPTH = 16;
    private static final Pattern TOKEN =
            Pattern.compile("(?:([A-Za-z_][\\w.]*|\\[[\\w./]+\\])|([-+]?[0-9.][\\w.+-]*|-inf|-nan)"
                    + "|(\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+')|([{}<>:;,\\[\\]]))");

    private final String text;
    private final String what;
    private final Matcher matcher;
    private int at;

    private TextProto(String text, String what) {
        this.text = text;
        this.what = what;
        this.matcher = TOKEN.matcher(text);
    }

    /** @throws InvalidJsonException naming the line of what can't be read */
    static ProtoMessage read(byte[] document, String what) {
        TextProto reader = new TextProto(new String(document, StandardCharsets.UTF_8), what);
        return reader.message("", 0);
    }

    private ProtoMessage message(String end, int depth) {
        if (depth > MAX_DEPTH) {
            throw wrong("is nested deeper than " + MAX_DEPTH);
        }
        ProtoMessage message = new ProtoMessage();
        while (true) {
            if (atEnd()) {
                if (!end.isEmpty()) {
                    throw wrong("ends before '" + end + "'");
                }
                return message;
            }
            String token = next();
            if (token.equals(end) && !end.isEmpty()) {
                return message;
            }
            if (token.equals(";") || token.equals(",")) {
                continue;
            }
            if (!Character.isLetter(token.charAt(0)) && token.charAt(0) != '_') {
                throw wrong("has '" + token + "' where the name of a field is expected");
            }
            field(message, token, depth);
        }
    }

    private void field(ProtoMessage message, String name, int depth) {
        String token = next();
        if (token.equals(":")) {
            token = next();
        } else if (!token.equals("{") && !token.equals("<")) {
            throw wrong("has '" + token + "' after '" + name + "', expected ':' or '{'");
        }
        if (token.equals("[")) {
            for (token = next(); !token.equals("]"); token = next()) {
                if (!token.equals(",")) {
                    message.add(name, value(token, depth));
                }
            }
        } else {
            message.add(name, value(token, depth));
        }
    }

    private Object value(String token, int depth) {
        return switch (token.charAt(0)) {
            case '{' -> message("}", depth + 1);
            case '<' -> message(">", depth + 1);
            case '"', '\'' -> string(token);
            case '}', '>', ']', ':', ';', ',' -> throw wrong("has '" + token + "' where a value is expected");
            default -> token;
        };
    }

    /** Adjacent strings are one. Escapes are of bytes, which are UTF-8 together. */
    private String string(String first) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        unescape(first, bytes);
        while (!atEnd() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            unescape(next(), bytes);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void unescape(String quoted, ByteArrayOutputStream bytes) {
        int end = quoted.length() - 1;
        for (int i = 1; i < end; ) {
            if (quoted.charAt(i) != '\\') {
                int point = quoted.codePointAt(i);
                add(bytes, new String(Character.toChars(point)));
                i += Character.charCount(point);
                continue;
            }
            char kind = quoted.charAt(i + 1);
            i += 2;
            if (kind >= '0' && kind <= '7') {
                int from = i - 1;
                while (i < end && i < from + 3 && quoted.charAt(i) >= '0' && quoted.charAt(i) <= '7') {
                    i++;
                }
                bytes.write(Integer.parseInt(quoted.substring(from, i), 8));
            } else if (kind == 'x') {
                int from = i;
                while (i < end && i < from + 2 && Character.digit(quoted.charAt(i), 16) >= 0) {
                    i++;
                }
                if (i == from) {
                    throw wrong("has the escape '\\x' without digits");
                }
                bytes.write(Integer.parseInt(quoted.substring(from, i), 16));
            } else {
                int known = "ntr\\'\"?abfv".indexOf(kind);
                if (known < 0) {
                    throw wrong("has the unknown escape '\\" + kind + "'");
                }
                add(bytes, String.valueOf("\n\t\r\\'\"?\u0007\b\f\u000b".charAt(known)));
            }
        }
    }

    private static void add(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean atEnd() {
        skip();
        return at == text.length();
    }

    private void skip() {
        while (at < text.length()) {
            char one = text.charAt(at);
            if (one == '#') {
                int line = text.indexOf('\n', at);
                at = line < 0 ? text.length() : line;
            } else if (Character.isWhitespace(one)) {
                at++;
            } else {
                return;
            }
        }
    }

    private String next() {
        if (atEnd()) {
            throw wrong("ends too early");
        }
        if (!matcher.region(at, text.length()).lookingAt()) {
            throw wrong("can't be read at '" + text.substring(at, Math.min(text.length(), at + 20)) + "'");
        }
        at = matcher.end();
        return matcher.group();
    }

    private InvalidJsonException wrong(String problem) {
        long line = text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return new InvalidJsonException(what + ", line " + line + ": " + problem);
    }
}
