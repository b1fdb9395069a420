package org.socketconsole.filter;

import org.socketconsole.net.Spelling;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// The fields that a kind of thing has, and what a bare word is looked for in.
public final class Language<F> {

    public static final Language<SocketFacts> SOCKETS =
            new Language<>("sockets", SocketFields.ALL, SocketFields::word);

    public static final Language<ChunkFacts> TRAFFIC =
            new Language<>("chunks", ChunkFields.ALL, ChunkFields::word);

    private final String noun;
    private final Map<String, Field<F>> fields = new LinkedHashMap<>();
    private final Function<String, Condition<F>> words;

    /// Of two fields of one name the later is taken.
    private Language(String noun, List<Field<F>> fields, Function<String, Condition<F>> words) {
        this.noun = noun;
        this.words = words;
        fields.forEach(field -> this.fields.put(field.name(), field));
    }

    /// @throws FilterException for an expression that is no filter
    public Filter<F> parse(String expression) {
        Node node = Parser.parse(expression);
        if (node == null) {
            return new Filter<>(facts -> true, "All " + noun, List.of());
        }
        Condition<F> condition = condition(node);
        return new Filter<>(
                condition.predicate(),
                sentence(condition.phrase().around(noun)),
                condition.marks());
    }

    Collection<Field<F>> fields() {
        return fields.values();
    }

    private Condition<F> condition(Node node) {
        return switch (node) {
            case Node.And and -> Condition.all(conditions(and.parts()));
            case Node.Or or -> Condition.any(conditions(or.parts()), noun);
            case Node.Not not -> condition(not.part()).not(noun);
            case Node.Term term -> field(term).meaning().of(term);
            case Node.Word word -> words.apply(word.text());
        };
    }

    private List<Condition<F>> conditions(List<Node> parts) {
        return parts.stream().map(this::condition).toList();
    }

    /// Whether one of the texts has the word in it.
    static boolean isMentioned(String word, Stream<String> texts) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return texts.anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private Field<F> field(Node.Term term) {
        Field<F> field = fields.get(term.field());
        if (field == null) {
            throw new FilterException(unknown(term.field()), term.fieldSpan());
        }
        return field;
    }

    private String unknown(String name) {
        return "There is no field `"
                + name
                + "` of "
                + noun
                + Spelling.nearest(name, fields.keySet())
                        .map("; did you mean `%s`?"::formatted)
                        .orElse("; put a word with a colon in quotation marks");
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
