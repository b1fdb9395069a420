package org.socketconsole.filter;

import java.util.List;

/// What an expression says, before anybody asks what its fields mean.
sealed interface Node {

    record And(List<Node> parts) implements Node {}

    record Or(List<Node> parts) implements Node {}

    record Not(Node part) implements Node {}

    /// @param operator `:`, `<` or `>`
    record Term(String field, char operator, String value, Span fieldSpan, Span valueSpan)
            implements Node {

        FilterException invalid(String message) {
            return new FilterException(message, valueSpan);
        }

        /// Of a field that has no order.
        void requireColon() {
            if (operator != ':') {
                throw invalid("`" + field + "` takes a colon: " + field + ":…");
            }
        }
    }

    record Word(String text) implements Node {}
}
