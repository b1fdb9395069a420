package org.socketconsole.filter;

import java.util.HexFormat;

/// Bytes to be found among others, in time that does not depend on how many are wanted: the search
/// of Knuth, Morris and Pratt.
public final class ByteSearch {

    private final byte[] wanted;
    private final boolean ignoreCase;

    /// How many bytes at the end of the first ones are those that it begins with.
    private final int[] borders;

    /// @param ignoreCase whether ASCII letters are the same, large and small
    public ByteSearch(byte[] wanted, boolean ignoreCase) {
        this.wanted = wanted;
        this.ignoreCase = ignoreCase;
        this.borders = new int[wanted.length];
        for (int i = 1; i < wanted.length; i++) {
            borders[i] = extended(borders[i - 1], wanted[i] & 0xff);
        }
    }

    static ByteSearch hex(Node.Term term) {
        term.requireColon();
        try {
            return new ByteSearch(
                    HexFormat.of().parseHex(term.value().replaceAll("[\\s:]", "")), false);
        } catch (IllegalArgumentException none) {
            throw term.invalid("`hex` takes bytes of two digits each, such as \"48 54\"");
        }
    }

    Mark mark() {
        return Mark.of(wanted, ignoreCase);
    }

    public boolean isIn(byte[] data) {
        int found = 0;
        for (int i = 0; i < data.length && found < wanted.length; i++) {
            found = extended(found, data[i] & 0xff);
        }
        return found == wanted.length;
    }

    boolean isIn(CharSequence data) {
        int found = 0;
        for (int i = 0; i < data.length() && found < wanted.length; i++) {
            found = extended(found, data.charAt(i));
        }
        return found == wanted.length;
    }

    /// How many of the wanted bytes are found, where so many were before the next.
    public int extended(int found, int next) {
        int shorter = found;
        while (shorter > 0 && letter(wanted[shorter]) != letter(next)) {
            shorter = borders[shorter - 1];
        }
        return letter(wanted[shorter]) == letter(next) ? shorter + 1 : 0;
    }

    private int letter(int b) {
        return ignoreCase && b >= 'A' && b <= 'Z' ? b | 0x20 : b & 0xff;
    }
}
