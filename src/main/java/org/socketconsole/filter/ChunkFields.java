package org.socketconsole.filter;

import static org.socketconsole.filter.Choice.adjectives;
import static org.socketconsole.filter.Choice.traits;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.socketconsole.call.Address;
import org.socketconsole.net.Constants;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The fields of traffic: its own, and those of the socket that it passed through.
final class ChunkFields {

    private static final NameSet DIRECTIONS =
            new NameSet(List.of("received", "sent"), Map.of("received", "in", "sent", "out"));
    private static final NameSet FLAGS = NameSet.of(Constants.names("MSG_"));

    private static final List<Field<ChunkFacts>> OWN =
            List.of(
                    Field.<ChunkFacts>of(
                                    "dir",
                                    "dir:in",
                                    "The direction: in is received, out is sent",
                                    new Choice<>(
                                            DIRECTIONS,
                                            c -> Stream.of(c.direction()),
                                            adjectives(name -> name)))
                            .choosing("in", "out"),
                    Field.of(
                            "len",
                            "len>1000",
                            "How many bytes",
                            new Amount<>(
                                    Unit.BYTES,
                                    c -> DoubleStream.of(c.text().length()),
                                    Amount.trait("of %s bytes"))),
                    Field.<ChunkFacts>of(
                                    "call",
                                    "call:recvfrom",
                                    "The call that moved them",
                                    new Exactly<>(c -> Stream.of(c.call()), "by "))
                            .choosing(
                                    "recv",
                                    "recvfrom",
                                    "recvmsg",
                                    "send",
                                    "sendall",
                                    "sendmsg",
                                    "sendto",
                                    "read",
                                    "readline",
                                    "readlines",
                                    "write",
                                    "flush"),
                    Field.<ChunkFacts>of(
                                    "flags",
                                    "flags:OOB",
                                    "A flag of the call, or of a received message",
                                    new Choice<>(
                                            FLAGS,
                                            c -> Stream.of(c.flags().split("\\|")),
                                            traits("with ")))
                            .choosing(
                                    FLAGS.all().stream()
                                            .map(NameSet::shortened)
                                            .toArray(String[]::new)),
                    Field.of(
                            "text",
                            "text:\"HTTP/1.1\"",
                            "Text in the bytes, in UTF-8; large and small letters are the same",
                            term -> {
                                term.requireColon();
                                return data(
                                        term, new ByteSearch(term.value().getBytes(UTF_8), true));
                            }),
                    Field.of(
                            "hex",
                            "hex:\"48 54\"",
                            "Bytes in hexadecimal digits",
                            term -> data(term, ByteSearch.hex(term))),
                    Field.of(
                            "re",
                            "re:/^\\d{3} /",
                            "A regular expression of RE2, a character for each byte; /…/i ignores case",
                            term -> data(term, Regex.of(term)::isIn)),
                    Field.of(
                            "socket",
                            "socket:s-12",
                            "The id of the socket, or its number",
                            new Exactly<>(c -> Stream.of(c.socket().id()), "of ")),
                    Field.of(
                            "peer",
                            "peer:10.0.0.0/8",
                            "The address of the other end: a host, host:port, a prefix, a part of a path",
                            AddressMeaning.matching(ChunkFields::peers, "with peer")),
                    Field.of(
                            "port",
                            "port:7000",
                            "The port of either end; port>1024 is one above",
                            AddressMeaning.ports(ChunkFields::ends)));

    static final List<Field<ChunkFacts>> ALL =
            Stream.concat(
                            SocketFields.ALL.stream()
                                    .filter(field -> !field.name().equals("id"))
                                    .map(field -> field.of(ChunkFacts::socket)),
                            OWN.stream())
                    .toList();

    private ChunkFields() {}

    /// A bare word is looked for in the bytes, as text, and in the id, label and addresses.
    static Condition<ChunkFacts> word(String word) {
        byte[] bytes = word.getBytes(UTF_8);
        ByteSearch search = new ByteSearch(bytes, true);
        return new Condition<>(
                chunk -> search.isIn(chunk.text()) || Language.isMentioned(word, names(chunk)),
                Phrase.trait("that hold or mention \"" + word + "\""),
                List.of(Mark.of(bytes, true)));
    }

    private static Stream<String> names(ChunkFacts chunk) {
        return Stream.concat(
                SocketFields.names(chunk.socket()),
                Stream.ofNullable(chunk.address()).map(AddressText::of));
    }

    private static Stream<Address> peers(ChunkFacts chunk) {
        return Stream.concat(
                Stream.ofNullable(chunk.address()),
                Stream.ofNullable(chunk.socket().peerAddress()));
    }

    private static Stream<Address> ends(ChunkFacts chunk) {
        return Stream.concat(Stream.ofNullable(chunk.address()), SocketFields.ends(chunk.socket()));
    }

    private static Condition<ChunkFacts> data(Node.Term term, ByteSearch search) {
        Condition<ChunkFacts> found = data(term, search::isIn);
        return new Condition<>(found.predicate(), found.phrase(), List.of(search.mark()));
    }

    private static Condition<ChunkFacts> data(Node.Term term, Predicate<CharSequence> wanted) {
        return new Condition<>(
                chunk -> wanted.test(chunk.text()),
                Phrase.trait("with " + term.field() + " \"" + term.value() + "\""));
    }
}
