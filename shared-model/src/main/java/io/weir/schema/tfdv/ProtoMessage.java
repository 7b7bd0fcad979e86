package io.weir.schema.tfdv;

import io.weir.json.InvalidJsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A message of protocol buffers: fields, each with one value or several, in order. */
final class ProtoMessage {
    private final Map<String, List<Object>> fields = new LinkedHashMap<>();

    void add(String name, Object value) {
        fields.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    Set<String> names() {
        return fields.keySet();
    }

    List<ProtoMessage> messages(String name) {
        List<ProtoMessage> messages = new ArrayList<>();
        for (Object value : fields.getOrDefault(name, List.of())) {
            if (!(value instanceof ProtoMessage message)) {
                throw new InvalidJsonException(name + " is '" + value + "', must be a message in braces");
            }
            messages.add(message);
        }
        return messages;
    }

    /** The last one counts, as in protocol buffers. */
    @Nullable
    ProtoMessage message(String name) {
        List<ProtoMessage> messages = messages(name);
        return messages.isEmpty() ? null : messages.getLast();
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object value : fields.getOrDefault(name, List.of())) {
            if (!(value instanceof String text)) {
                throw new InvalidJsonException(name + " is a message, must be a single value");
            }
            texts.add(text);
        }
        return texts;
    }

    String text(String name, String otherwise) {
        List<String> texts = texts(name);
        return texts.isEmpty() ? otherwise : texts.getLast();
    }

    boolean flag(String name) {
        String text = text(name, "false");
        if (!List.of("true", "false", "1", "0", "t", "f").contains(text)) {
            throw new InvalidJsonException(name + " is '" + text + "', must be true or false");
        }
        return List.of("true", "1", "t").contains(text);
    }

    /** A number, or null if there is none; {@code inf} and a trailing f are allowed. */
    @Nullable
    Double number(String name) {
        String text = text(name, "");
        if (text.isEmpty()) {
            return null;
        }
        String plain = text.matches("-?inf(inity)?") ? text.replaceAll("inf(inity)?", "Infinity") : text;
        try {
            return Double.valueOf(plain);
        } catch (NumberFormatException e) {
            throw new InvalidJsonException(name + " is '" + text + "', must be a number");
        }
    }
}
