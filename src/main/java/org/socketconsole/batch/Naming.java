package org.socketconsole.batch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.batch.Name.Named;
import org.socketconsole.call.InvalidArgumentException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names in one call: those that it means, and the one that it gives. A text that is whole
/// `$name` or `$name.member` stands for what was named, `$$` begins a text that starts with a
/// dollar.
final class Naming {

    /// Of a call without any.
    static final Naming NONE = new Naming(new Names(), Map.of(), null);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern REFERENCE = Pattern.compile("\\$(\\w{1,64})((?:\\.\\w+)*)");

    private final Names names;
    private final Map<String, Name> meant;
    private final @Nullable Name own;

    Naming(Names names, Map<String, Name> meant, @Nullable Name own) {
        this.names = names;
        this.meant = meant;
        this.own = own;
    }

    /// Null for what is no reference.
    static @Nullable Matcher reference(JsonNode node) {
        if (!hasDollar(node)) {
            return null;
        }
        Matcher reference = REFERENCE.matcher(node.stringValue());
        return reference.matches() ? reference : null;
    }

    /// The name that an id begins with; null where it has none, or none that is to come.
    @Nullable Name awaited(JsonNode id) {
        Matcher reference = reference(id);
        Name name = reference == null ? null : meant.get(reference.group(1));
        return name == null || name.isKnown() ? null : name;
    }

    /// Whether all that it means is known.
    boolean isKnown() {
        return meant.values().stream().allMatch(Name::isKnown);
    }

    /// Refuses what cannot be the name of what the call makes.
    void requireOwn(@Nullable String as) {
        if (as != null && own == null) {
            throw Names.refusal(as);
        }
    }

    void name(JsonNode whole, JsonNode members) {
        if (own != null) {
            own.is(new Named(whole, members));
        }
    }

    /// The call has ended.
    void end() {
        if (own != null && !own.isKnown()) {
            names.forget(own);
        }
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
        Name name = meant.get(reference.group(1));
        Named named = name == null ? null : name.await();
        if (named == null) {
            throw new InvalidArgumentException(
                    place, "is %s, which no call has named".formatted(reference.group()));
        }
        String members = reference.group(2);
        return members.isEmpty()
                ? named.whole()
                : member(
                        place,
                        reference.group(),
                        named.members(),
                        members.substring(1).split("\\."));
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
