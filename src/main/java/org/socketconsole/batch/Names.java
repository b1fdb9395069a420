package org.socketconsole.batch;

import org.socketconsole.call.InvalidArgumentException;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What calls have named for those after them, or will have when they have ended. Calls that are
/// under way together mean what stood before them in their order, however they end.
final class Names {

    private static final int MOST = 10_000;
    private static final Pattern NAME = Pattern.compile("\\w{1,64}");

    private final Map<String, Name> known = new ConcurrentHashMap<>();

    /// The names in a call, which is the next in order. It is to be told when the call has ended.
    Naming next(JsonNode call) {
        Map<String, Name> meant = new HashMap<>();
        find(call.path("id"), meant);
        find(call.path("body"), meant);
        JsonNode as = call.path("as");
        Name own = as.isString() && isFree(as.stringValue()) ? begin(as.stringValue()) : null;
        return meant.isEmpty() && own == null ? Naming.NONE : new Naming(this, meant, own);
    }

    private void find(JsonNode node, Map<String, Name> meant) {
        Matcher reference = Naming.reference(node);
        Name name = reference == null ? null : known.get(reference.group(1));
        if (name != null) {
            meant.put(name.text(), name);
        }
        node.forEach(child -> find(child, meant));
    }

    private boolean isFree(String as) {
        return NAME.matcher(as).matches() && (known.size() < MOST || known.containsKey(as));
    }

    private Name begin(String as) {
        Name name = new Name(as);
        name.comesAfter(known.put(as, name));
        return name;
    }

    /// Of a call that has named nothing.
    void forget(Name name) {
        Name before = name.isNothing();
        if (before == null) {
            known.remove(name.text(), name);
        } else {
            known.replace(name.text(), name, before);
        }
    }

    static InvalidArgumentException refusal(String as) {
        return new InvalidArgumentException(
                "as",
                NAME.matcher(as).matches()
                        ? "is one more than " + MOST + " names"
                        : "must be 1 to 64 letters, digits or _");
    }
}
