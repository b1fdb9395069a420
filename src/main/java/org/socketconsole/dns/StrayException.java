package org.socketconsole.dns;

/// What came is not the answer to what was asked.
final class StrayException extends Exception {

    enum Kind {
        MALFORMED("no answer of DNS"),
        OTHER_NUMBER("of another number"),
        OTHER_QUESTION("to another question");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private final Kind kind;

    StrayException(Kind kind) {
        super(kind.words, null, false, false);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
