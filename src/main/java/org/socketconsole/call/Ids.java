package org.socketconsole.call;

/// Ids on the wire: a prefix that says what they are of, and a number.
public final class Ids {

    private Ids() {}

    /// The number of an id, or zero for what is none; an id has one spelling.
    public static long number(String prefix, String id) {
        try {
            long number = id.startsWith(prefix) ? Long.parseLong(id.substring(prefix.length())) : 0;
            return id.equals(prefix + number) ? number : 0;
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
