package org.socketconsole.dns;

import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.dns.StrayException.Kind;
import org.socketconsole.resolve.Idna;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What a name server is asked.
///
/// @param type a number of the registry of DNS's types
record Question(Name name, int type) {

    /// What fits into one packet on any way, as the servers' makers agreed on in 2020.
    static final int LARGEST_DATAGRAM = 1232;

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    /// Of an address, which is of this host alone.
    private static final Pattern ZONE = Pattern.compile("%.*");

    /// An address is a name too where it is asked for its own.
    static Question of(String name, String type) {
        int number = Type.value(type.toUpperCase(Locale.ROOT), true);
        if (number <= 0) {
            throw new InvalidArgumentException(
                    "type", "is a type of DNS such as A, AAAA, MX or TYPE65, not `" + type + "`");
        }
        boolean isReverse = number == Type.PTR && ADDRESS.matcher(name).matches();
        return new Question(isReverse ? reverse(name) : name(name), number);
    }

    /// With a number of its own, by chance.
    Message message() {
        Message message = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        message.addRecord(new OPTRecord(LARGEST_DATAGRAM, 0, 0), Section.ADDITIONAL);
        return message;
    }

    /// The answer to one of our messages.
    static Message answer(byte[] wire, Message asked) throws StrayException {
        Message answer = message(wire);
        if (answer.getHeader().getID() != asked.getHeader().getID()) {
            throw new StrayException(Kind.OTHER_NUMBER);
        }
        Record repeated = answer.getQuestion();
        if (repeated == null ? hasRecords(answer) : !repeated.equals(asked.getQuestion())) {
            throw new StrayException(Kind.OTHER_QUESTION);
        }
        return answer;
    }

    /// A server that does not understand the question need not repeat it, and then has nothing to
    /// say but of the transport.
    private static boolean hasRecords(Message answer) {
        return IntStream.rangeClosed(Section.ANSWER, Section.ADDITIONAL)
                .mapToObj(answer::getSection)
                .flatMap(List::stream)
                .anyMatch(found -> !(found instanceof OPTRecord));
    }

    private static Message message(byte[] wire) throws StrayException {
        try {
            Message message = new Message(wire);
            if (message.getHeader().getFlag(Flags.QR)) {
                return message;
            }
        } catch (IOException | RuntimeException malformed) {
            // As one that only asks.
        }
        throw new StrayException(Kind.MALFORMED);
    }

    private static Name name(String name) {
        try {
            return Name.fromString(name.equals(".") ? name : Idna.ascii(name, "name"), Name.root);
        } catch (TextParseException malformed) {
            throw new InvalidArgumentException("name", "is no name of DNS");
        }
    }

    private static Name reverse(String address) {
        try {
            return ReverseMap.fromAddress(ZONE.matcher(address).replaceFirst(""));
        } catch (UnknownHostException malformed) {
            throw new InvalidArgumentException("name", "is no address");
        }
    }
}
