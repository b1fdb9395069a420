package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.InvalidArgumentException;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.util.JsonParserDelegate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// Refuses null wherever it is not one of the values. Jackson's own refusal takes a member that is
/// absent for one that is null.
final class NullRefusingParser extends JsonParserDelegate {

    private final Members members;

    NullRefusingParser(JsonParser parser, Members members) {
        super(parser);
        this.members = members;
    }

    /// What the members of the outermost object say of null.
    ///
    /// @param nullable those that may be null
    /// @param unjudged those that may have nulls in them, and are none
    /// @param required those that cannot be left out either
    record Members(Set<String> nullable, Set<String> unjudged, Set<String> required) {}

    @Override
    public @Nullable JsonToken nextToken() {
        JsonToken token = super.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            requireNullable();
        }
        return token;
    }

    private void requireNullable() {
        TokenStreamContext place = streamReadContext();
        boolean outermost = place.inObject() && place.getParent().inRoot();
        boolean allowed =
                outermost
                        ? members.nullable.contains(currentName())
                        : place.inRoot() || members.unjudged.contains(outermostName(place));
        if (!allowed) {
            throw new InvalidArgumentException(path(place), refusal(place, outermost));
        }
    }

    private String refusal(TokenStreamContext place, boolean outermost) {
        if (place.inArray()) {
            return "has a null in it";
        }
        return outermost && !members.required.contains(currentName())
                ? "cannot be null; leave it out"
                : "cannot be null";
    }

    private static @Nullable String outermostName(TokenStreamContext place) {
        TokenStreamContext at = place;
        while (!at.getParent().inRoot()) {
            at = at.getParent();
        }
        return at.currentName();
    }

    /// Dotted, with the places in arrays counted from 0; a list that has a null in it stands for
    /// itself.
    private static String path(TokenStreamContext place) {
        Deque<String> steps = new ArrayDeque<>();
        TokenStreamContext at = place.inArray() ? place.getParent() : place;
        for (; !at.inRoot(); at = at.getParent()) {
            steps.addFirst(at.inArray() ? "" + at.getCurrentIndex() : at.currentName());
        }
        return String.join(".", steps);
    }
}
