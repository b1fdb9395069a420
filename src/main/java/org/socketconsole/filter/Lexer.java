package org.socketconsole.filter;

import org.jspecify.annotations.Nullable;
import org.socketconsole.filter.Lexeme.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts an expression into lexemes.
final class Lexer {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NOT = Pattern.compile("-(?=[^\\s])");
    private static final Pattern FIELD = Pattern.compile("([A-Za-z][A-Za-z-]*)([:<>])");
    private static final Pattern QUOTED =
            Pattern.compile("\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"", Pattern.DOTALL);
    private static final Pattern REGEX =
            Pattern.compile("/([^/\\\\]*+(?:\\\\.[^/\\\\]*+)*+)/(i?)", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("[^\\s()]+");
    private static final Map<String, Kind> KEYWORDS =
            Map.of("and", Kind.AND, "or", Kind.OR, "not", Kind.NOT);

    private final String expression;
    private final Matcher matcher;
    private int position;

    private Lexer(String expression) {
        this.expression = expression;
        this.matcher = SPACE.matcher(expression);
    }

    static List<Lexeme> lexemes(String expression) {
        Lexer lexer = new Lexer(expression);
        List<Lexeme> lexemes = new ArrayList<>();
        lexer.take(SPACE);
        while (lexer.position < expression.length()) {
            lexemes.add(lexer.next());
            lexer.take(SPACE);
        }
        return lexemes;
    }

    private Lexeme next() {
        int start = position;
        switch (expression.charAt(start)) {
            case '(':
                position++;
                return lexeme(Kind.OPEN, start, null);
            case ')':
                position++;
                return lexeme(Kind.CLOSE, start, null);
            default:
                return take(NOT) ? lexeme(Kind.NOT, start, null) : leaf(start);
        }
    }

    private Lexeme leaf(int start) {
        if (take(FIELD)) {
            String field = matcher.group(1);
            return lexeme(Kind.LEAF, start, term(field, matcher.group(2).charAt(0), start));
        }
        boolean isQuoted = expression.charAt(start) == '"';
        String word = text();
        Kind keyword = isQuoted ? null : KEYWORDS.get(word.toLowerCase(Locale.ROOT));
        return keyword == null
                ? lexeme(Kind.LEAF, start, new Node.Word(word))
                : lexeme(keyword, start, null);
    }

    private Node.Term term(String name, char operator, int start) {
        String field = name.toLowerCase(Locale.ROOT);
        Span fieldSpan = new Span(start, name.length());
        int valueStart = position;
        boolean isRegex = field.equals("re") && expression.startsWith("/", position);
        String value = isRegex ? regex() : text();
        return new Node.Term(field, operator, value, fieldSpan, Span.between(valueStart, position));
    }

    private String text() {
        if (expression.startsWith("\"", position)) {
            require(QUOTED, "The quotation mark is not closed");
            return matcher.group(1).replaceAll("\\\\(.)", "$1");
        }
        require(PLAIN, "A value is missing here");
        return matcher.group();
    }

    private String regex() {
        require(REGEX, "The regular expression is not closed with a slash");
        return matcher.group(2).isEmpty() ? matcher.group(1) : "(?i)" + matcher.group(1);
    }

    private void require(Pattern pattern, String otherwise) {
        if (!take(pattern)) {
            throw new FilterException(otherwise, Span.between(position, expression.length()));
        }
    }

    private boolean take(Pattern pattern) {
        matcher.usePattern(pattern).region(position, expression.length());
        boolean found = matcher.lookingAt();
        position = found ? matcher.end() : position;
        return found;
    }

    private Lexeme lexeme(Kind kind, int start, @Nullable Node leaf) {
        return new Lexeme(kind, Span.between(start, position), leaf);
    }
}
