package org.socketconsole.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A condition in words, around the noun that it is about: `TCP` sockets `on port 7000` `with label
/// "echo"`.
///
/// @param isAlternative an "or" is in the one text that it has
record Phrase(
        List<String> adjectives, List<String> places, List<String> traits, boolean isAlternative) {

    static Phrase adjective(String text) {
        return new Phrase(List.of(text), List.of(), List.of(), false);
    }

    static Phrase place(String text) {
        return new Phrase(List.of(), List.of(text), List.of(), false);
    }

    static Phrase trait(String text) {
        return new Phrase(List.of(), List.of(), List.of(text), false);
    }

    static Phrase all(List<Phrase> parts) {
        boolean several = parts.stream().mapToInt(part -> part.adjectives.size()).sum() > 1;
        List<Phrase> grouped = parts.stream().map(part -> part.grouped(several)).toList();
        return new Phrase(
                grouped.stream().flatMap(part -> part.adjectives.stream()).toList(),
                grouped.stream().flatMap(part -> part.places.stream()).toList(),
                grouped.stream().flatMap(part -> part.traits.stream()).toList(),
                false);
    }

    static Phrase any(List<Phrase> parts, String noun) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        List<String> texts = parts.stream().flatMap(Phrase::texts).distinct().toList();
        if (parts.stream().allMatch(Phrase::isAdjective)) {
            return alternative(adjective(String.join(" or ", texts)));
        }
        if (parts.stream().allMatch(Phrase::isSingle)
                && parts.stream().noneMatch(Phrase::isAdjective)) {
            return alternative(trait(String.join(" or ", texts)));
        }
        return trait(
                parts.stream()
                        .map(part -> part.around(noun))
                        .collect(Collectors.joining(", or ", "that are ", "")));
    }

    Phrase not(String noun) {
        if (isSingle() && !isAlternative) {
            String text = texts().findFirst().orElseThrow();
            return isAdjective() ? adjective("non-" + text) : trait("not " + text);
        }
        return trait("that are not " + around(noun));
    }

    String around(String noun) {
        List<String> words = new ArrayList<>(adjectives);
        words.add(noun);
        words.addAll(places);
        if (!traits.isEmpty()) {
            words.add(String.join(" and ", traits));
        }
        return String.join(" ", words);
    }

    private static Phrase alternative(Phrase phrase) {
        return new Phrase(phrase.adjectives, phrase.places, phrase.traits, true);
    }

    /// As a part of a longer phrase, which has several adjectives or not.
    private Phrase grouped(boolean several) {
        return isAlternative
                ? new Phrase(
                        several ? inParentheses(adjectives) : adjectives,
                        places,
                        inParentheses(traits),
                        false)
                : this;
    }

    private static List<String> inParentheses(List<String> texts) {
        return texts.stream().map(text -> "(" + text + ")").toList();
    }

    private boolean isAdjective() {
        return isSingle() && adjectives.size() == 1;
    }

    private boolean isSingle() {
        return texts().count() == 1;
    }

    private Stream<String> texts() {
        return Stream.of(adjectives, places, traits).flatMap(List::stream);
    }
}
