package org.socketconsole.option;

import org.socketconsole.access.ForbiddenException;
import org.socketconsole.net.Constants;
import org.socketconsole.net.Table;

import java.util.List;
import java.util.Locale;

/// The options of `options-refused.tsv`, which no client may get or set by their bytes: those would
/// name memory or descriptors of the server. Levels and names that are not known stay possible.
///
/// Found by reading the headers under `linux/` for members that are pointers, or 64-bit addresses,
/// and for descriptors.
final class RefusedOptions {

    enum Way {
        GET,
        SET
    }

    private enum Why {
        POINTER("holds addresses of memory, and they would be the server's"),
        FILTER(
                "holds an address of memory, and it would be the server's; PUT"
                        + " /sockets/{id}/options/%s takes the instructions themselves"),
        DESCRIPTOR("holds the number of a descriptor, and it would be one of the server's own"),
        OPENS("opens descriptors in the server that nobody would own"),
        ZEROCOPY(
                "has the kernel read a buffer after the call has ended, and it would by then hold"
                        + " the bytes of other sockets");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }
    }

    private record Refused(int level, String name, int optname, Way way, Why why) {

        static Refused of(String[] cells) {
            return new Refused(
                    Constants.parseInt(cells[0]),
                    cells[1],
                    Integer.parseInt(cells[2]),
                    Way.valueOf(cells[3].toUpperCase(Locale.ROOT)),
                    Why.valueOf(cells[4].toUpperCase(Locale.ROOT)));
        }

        ForbiddenException refusal() {
            return new ForbiddenException(name + " " + why.sentence.formatted(name) + ".");
        }
    }

    private static final List<Refused> ALL =
            Table.rows("options-refused").stream().map(Refused::of).toList();

    private RefusedOptions() {}

    /// Throws for an option of the table, however its numbers were spelt.
    static void check(Way way, int level, int optname) {
        for (Refused refused : ALL) {
            if (refused.way == way && refused.level == level && refused.optname == optname) {
                throw refused.refusal();
            }
        }
    }

    /// The same of a name, for options that have no typed form.
    static void check(String name) {
        for (Refused refused : ALL) {
            if (refused.name.equals(name) && refused.why != Why.FILTER) {
                throw refused.refusal();
            }
        }
    }
}
