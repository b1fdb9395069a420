package org.socketconsole.dns;

import io.swagger.v3.oas.annotations.media.Schema;

import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a name server answered; that there is no such name is an answer.
record DnsAnswer(
        @Schema(example = "127.0.0.1") String server,
        @Schema(example = "NXDOMAIN") String rcode,
        @Schema(description = "Those of the header that are set", example = "[\"qr\", \"rd\"]")
                List<String> flags,
        @Schema(description = "Seconds") double elapsed,
        List<Item> items,
        @Schema(allowableValues = {"udp", "tcp"}) String transport,
        @Schema(description = "Bytes of the message") int size) {

    /// By their numbers; that of the question is left out.
    private static final List<Map.Entry<Integer, String>> SECTIONS =
            List.of(
                    Map.entry(Section.ANSWER, "answer"),
                    Map.entry(Section.AUTHORITY, "authority"),
                    Map.entry(Section.ADDITIONAL, "additional"));

    @Schema(name = "DnsRecord")
    record Item(
            @Schema(allowableValues = {"answer", "authority", "additional"}) String section,
            @Schema(example = "example.org.") String name,
            @Schema(example = "A") String type,
            @Schema(description = "Seconds that it may be remembered") long ttl,
            @Schema(description = "As in a zone's file", example = "192.0.2.1") String data) {

        static Item of(String section, Record found) {
            return new Item(
                    section,
                    found.getName().toString(),
                    Type.string(found.getType()),
                    found.getTTL(),
                    found instanceof AAAARecord ipv6
                            ? IpText.of(ipv6.getAddress())
                            : found.rdataToString());
        }
    }

    static DnsAnswer of(String server, Exchange.Answer answer, double elapsed) {
        Message message = answer.message();
        return new DnsAnswer(
                server,
                Rcode.string(message.getRcode()),
                flags(message.getHeader()),
                elapsed,
                SECTIONS.stream().flatMap(section -> items(section, message)).toList(),
                answer.transport(),
                answer.size());
    }

    private static List<String> flags(Header header) {
        return Stream.of(header.printFlags().split(" ")).filter(flag -> !flag.isEmpty()).toList();
    }

    /// What only tells of the transport is left out.
    private static Stream<Item> items(Map.Entry<Integer, String> section, Message message) {
        return message.getSection(section.getKey()).stream()
                .filter(found -> !(found instanceof OPTRecord))
                .map(found -> Item.of(section.getValue(), found));
    }
}
