package org.socketconsole.resolve;

import org.socketconsole.call.InvalidArgumentException;

import java.net.IDN;

/// Names of hosts as CPython hands them to the C library: its codec `idna` refuses what no name
/// service could know, before anything is asked.
public final class Idna {

    /// RFC 1035, 2.3.4.
    private static final int LONGEST_LABEL = 63;

    private Idna() {}

    /// A label that is not ASCII in Punycode, see RFC 3490.
    public static String ascii(String name, String field) {
        try {
            return name.chars().allMatch(c -> c < 128)
                    ? requireLabels(requireNoNul(name, field), field)
                    : IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidArgumentException(field, "is no host name");
        }
    }

    static String requireNoNul(String name, String field) {
        if (name.indexOf('\0') >= 0) {
            throw new InvalidArgumentException(field, "has a NUL in it");
        }
        return name;
    }

    /// The last label may be empty: the root, of a name that is complete.
    private static String requireLabels(String name, String field) {
        String[] labels = name.split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            boolean isLast = i == labels.length - 1;
            if (labels[i].length() > LONGEST_LABEL || labels[i].isEmpty() && !isLast) {
                throw new InvalidArgumentException(
                        field, "has a label, between its dots, that is empty or over 63 letters");
            }
        }
        return name;
    }
}
