package org.socketconsole.batch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.InvalidArgumentException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What calls have named for those after them. A text that is whole `$name` or `$name.member`
/// stands for what was named, `$$` begins a text that starts with a dollar.
final class Names {

    /// A client that names more names the oldest ones no more.
    private static final int MOST = 10_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NAME = Pattern.compile("\\w{1,64}");
    private static final Pattern REFERENCE = Pattern.compile("\\$(\\w{1,64})((?:\\.\\w+)*)");

    private final Map<String, Named> known = new ConcurrentHashMap<>();

    /// @param whole what the bare name stands for: of something that was made, its id
    private record Named(JsonNode whole, JsonNode members) {}

    /// Refuses what cannot be a name, and one too many.
    void permit(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidArgumentException("as", "must be 1 to 64 letters, digits or _");
        }
        if (known.size() >= MOST && !known.containsKey(name)) {
            throw new InvalidArgumentException("as", "is one more than " + MOST + " names");
        }
    }

    void put(String name, JsonNode whole, JsonNode members) {
        known.put(name, new Named(whole, members));
    }

    @Nullable String id(@Nullable String text) {
        return text == null ? null : idOf(text);
    }

    /// The same, or the text itself where it stands for nothing.
    String idOr(String text) {
        try {
            return idOf(text);
        } catch (InvalidArgumentException unknown) {
            return text;
        }
    }

    private String idOf(String text) {
        if (!text.startsWith("$")) {
            return text;
        }
        JsonNode id = text("id", text);
        if (!id.isString()) {
            throw new InvalidArgumentException("id", "stands for no id: " + text);
        }
        return id.stringValue();
    }

    /// The same with what is named in it; itself where nothing is.
    ObjectNode fill(ObjectNode body) {
        return object("body", body);
    }

    private JsonNode fill(String place, JsonNode node) {
        return switch (node) {
            case ObjectNode object -> object(place, object);
            case ArrayNode array -> array(place, array);
            case JsonNode text when hasDollar(text) -> text(place, text.stringValue());
            default -> node;
        };
    }

    private static boolean hasDollar(JsonNode node) {
        return node.isString() && node.stringValue().startsWith("$");
    }

    private ObjectNode object(String place, ObjectNode object) {
        ObjectNode filled = object;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode value = fill(place + "." + member.getKey(), member.getValue());
            if (value != member.getValue()) {
                filled = filled == object ? JSON.objectNode().setAll(object) : filled;
                filled.set(member.getKey(), value);
            }
        }
        return filled;
    }

    private ArrayNode array(String place, ArrayNode array) {
        ArrayNode filled = JSON.arrayNode(array.size());
        array.forEach(item -> filled.add(fill(place, item)));
        return filled.equals(array) ? array : filled;
    }

    private JsonNode text(String place, String text) {
        if (text.startsWith("$$")) {
            return JSON.stringNode(text.substring(1));
        }
        Matcher reference = REFERENCE.matcher(text);
        return reference.matches() ? named(place, reference) : JSON.stringNode(text);
    }

    private JsonNode named(String place, Matcher reference) {
        Named named = known.get(reference.group(1));
        if (named == null) {
            throw new InvalidArgumentException(
                    place, "is %s, which no call has named".formatted(reference.group()));
        }
        String members = reference.group(2);
        return members.isEmpty()
                ? named.whole
                : member(
                        place, reference.group(), named.members, members.substring(1).split("\\."));
    }

    private static JsonNode member(String place, String text, JsonNode of, String[] members) {
        JsonNode value = of;
        for (String member : members) {
            value = value.isArray() ? value.path(index(member)) : value.path(member);
        }
        if (value.isMissingNode()) {
            throw new InvalidArgumentException(place, "is %s, which is not there".formatted(text));
        }
        return value;
    }

    private static int index(String member) {
        return member.matches("\\d{1,9}") ? Integer.parseInt(member) : -1;
    }
}
