package org.socketconsole.filter;

import java.util.HexFormat;

/// Bytes to be found among others.
///
/// @param ignoreCase whether ASCII letters are the same, large and small
record ByteSearch(byte[] wanted, boolean ignoreCase) {

    static ByteSearch hex(Node.Term term) {
        term.requireColon();
        try {
            return new ByteSearch(
                    HexFormat.of().parseHex(term.value().replaceAll("[\\s:]", "")), false);
        } catch (IllegalArgumentException none) {
            throw term.invalid("`hex` takes bytes of two digits each, such as \"48 54\"");
        }
    }

    boolean isIn(byte[] data) {
        for (int start = 0; start <= data.length - wanted.length; start++) {
            if (isAt(data, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(byte[] data, int start) {
        for (int i = 0; i < wanted.length; i++) {
            if (letter(data[start + i]) != letter(wanted[i])) {
                return false;
            }
        }
        return true;
    }

    private int letter(byte b) {
        return ignoreCase && b >= 'A' && b <= 'Z' ? b | 0x20 : b;
    }
}
