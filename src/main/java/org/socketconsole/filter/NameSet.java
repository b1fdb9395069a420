package org.socketconsole.filter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A closed set of names, of which one may write the whole or the beginning, in any case, with the
/// prefix of a constant or without: `inet6` for `AF_INET6`, `listen` for `LISTENING`.
///
/// @param others words for some of them that are none of their own
record NameSet(List<String> all, Map<String, String> others) {

    private static final String PREFIX = "^(AF|SOCK|IPPROTO|MSG)_";
    private static final int SHOWN = 12;

    static NameSet of(List<String> all) {
        return new NameSet(all, Map.of());
    }

    static String shortened(String name) {
        return name.replaceFirst(PREFIX, "").toLowerCase(Locale.ROOT);
    }

    /// One name that is meant exactly goes before those that only begin so.
    Set<String> meant(Node.Term term) {
        term.requireColon();
        String value = term.value().toLowerCase(Locale.ROOT);
        Set<String> exact = matching(word -> word.equals(value));
        Set<String> found = exact.isEmpty() ? matching(word -> word.startsWith(value)) : exact;
        if (found.isEmpty() || value.isEmpty()) {
            throw term.invalid("No " + term.field() + " is called so; there are " + some());
        }
        return found;
    }

    private Set<String> matching(Predicate<String> wanted) {
        return all.stream()
                .filter(
                        name ->
                                wanted.test(name.toLowerCase(Locale.ROOT))
                                        || wanted.test(shortened(name))
                                        || wanted.test(
                                                others.getOrDefault(name, name)
                                                        .toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String some() {
        return all.stream()
                .limit(SHOWN)
                .map(NameSet::shortened)
                .collect(Collectors.joining(", ", "", all.size() > SHOWN ? ", …" : ""));
    }
}
