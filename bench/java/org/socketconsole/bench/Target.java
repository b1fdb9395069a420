package org.socketconsole.bench;

/// What a figure should be.
record Target(String words, double least, double most) {

    static final Target NONE = atLeast("", Double.NEGATIVE_INFINITY);

    static Target atLeast(double bound) {
        return atLeast("at least " + Table.number(bound), bound);
    }

    static Target atMost(double bound) {
        return new Target("at most " + Table.number(bound), Double.NEGATIVE_INFINITY, bound);
    }

    private static Target atLeast(String words, double bound) {
        return new Target(words, bound, Double.POSITIVE_INFINITY);
    }

    String verdict(double value) {
        if (Double.isNaN(value)) {
            return "not measured";
        }
        if (equals(NONE)) {
            return "no target";
        }
        return least <= value && value <= most ? "met" : "missed";
    }
}
