package org.socketconsole.filter;

import org.jspecify.annotations.Nullable;
import org.socketconsole.filter.Lexeme.Kind;

import java.util.ArrayList;
import java.util.List;

/// `or` binds less than `and`, which may be left out, and that less than `not`.
final class Parser {

    private static final int MAX_LENGTH = 2000;
    private static final int MAX_DEPTH = 50;

    private final List<Lexeme> lexemes;
    private final Span end;
    private int position;
    private int depth;

    private Parser(List<Lexeme> lexemes, Span end) {
        this.lexemes = lexemes;
        this.end = end;
    }

    /// Null for an expression that says nothing.
    static @Nullable Node parse(String expression) {
        if (expression.length() > MAX_LENGTH) {
            throw new FilterException(
                    "The filter is longer than " + MAX_LENGTH + " characters",
                    Span.between(MAX_LENGTH, expression.length()));
        }
        Parser parser = new Parser(Lexer.lexemes(expression), new Span(expression.length(), 0));
        return parser.lexemes.isEmpty() ? null : parser.whole();
    }

    private Node whole() {
        Node node = or();
        if (position < lexemes.size()) {
            throw new FilterException("This parenthesis closes nothing", span());
        }
        return node;
    }

    private Node or() {
        List<Node> parts = new ArrayList<>(List.of(and()));
        while (take(Kind.OR)) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.getFirst() : new Node.Or(parts);
    }

    private Node and() {
        List<Node> parts = new ArrayList<>(List.of(not()));
        while (take(Kind.AND) || isAt(Kind.LEAF) || isAt(Kind.NOT) || isAt(Kind.OPEN)) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.getFirst() : new Node.And(parts);
    }

    private Node not() {
        Span span = span();
        if (++depth > MAX_DEPTH) {
            throw new FilterException("The filter is nested too deeply", span);
        }
        Node node = take(Kind.NOT) ? new Node.Not(not()) : primary();
        depth--;
        return node;
    }

    private Node primary() {
        Span span = span();
        if (take(Kind.OPEN)) {
            Node node = or();
            if (!take(Kind.CLOSE)) {
                throw new FilterException("This parenthesis is not closed", span);
            }
            return node;
        }
        Node leaf = position < lexemes.size() ? lexemes.get(position).leaf() : null;
        if (leaf == null) {
            throw new FilterException("A term is missing here", span);
        }
        position++;
        return leaf;
    }

    private boolean take(Kind kind) {
        boolean found = isAt(kind);
        position += found ? 1 : 0;
        return found;
    }

    private boolean isAt(Kind kind) {
        return position < lexemes.size() && lexemes.get(position).kind() == kind;
    }

    private Span span() {
        return position < lexemes.size() ? lexemes.get(position).span() : end;
    }
}
