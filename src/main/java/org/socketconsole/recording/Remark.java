package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.Constants;
import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.Packet;
import org.socketconsole.traffic.Transport;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/// The comment of a recorded packet: which call of which socket it is, as people read it and as the
/// chunk is made of it again.
///
/// @param size the bytes of the whole chunk
/// @param payload those that this packet had of them, at its end
/// @param head the first bytes where the packet has others, which the kernel filled in; else none
/// @param by what made the call in a person's place, null for a client
record Remark(
        String socketId,
        String call,
        long seq,
        long offset,
        int size,
        int payload,
        int length,
        int flags,
        Transport transport,
        byte[] address,
        byte[] head,
        @Nullable String by) {

    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern OURS = Pattern.compile("s-[1-9]\\d* [a-z_]+ errno=0 ");

    /// As many as the kernel may fill in: a header of IPv4 without options.
    private static final int HEAD = 20;

    private static final byte[] NONE = {};

    static Remark of(Chunk chunk, Packet packet) {
        return new Remark(
                chunk.socketId(),
                chunk.call(),
                chunk.seq(),
                chunk.offset(),
                chunk.size(),
                packet.payload(),
                chunk.length(),
                chunk.flags(),
                chunk.transport(),
                chunk.address(),
                head(chunk, packet),
                chunk.by());
    }

    /// Only a message is whole in its packet, and may have been filled in.
    private static byte[] head(Chunk chunk, Packet packet) {
        if (!chunk.transport().isInet() || chunk.transport().isStream()) {
            return NONE;
        }
        byte[] made = packet.first(HEAD);
        byte[] given = chunk.first(made.length);
        return Arrays.equals(given, made) ? NONE : given;
    }

    /// What is as it usually is stands not in it.
    String text() {
        StringBuilder text = new StringBuilder(socketId).append(' ').append(call);
        add(text, "errno", 0);
        add(text, "seq", seq);
        add(text, "offset", offset);
        add(text, "size", size);
        if (payload != size) {
            add(text, "payload", payload);
        }
        if (length != size) {
            add(text, "length", length);
        }
        if (flags != 0) {
            add(text, "flags", Constants.flags("MSG_", flags));
        }
        add(text, "family", Constants.name("AF_", transport.family()));
        add(text, "type", Constants.name("SOCK_", transport.type()));
        add(text, "proto", transport.proto());
        if (address.length > 0) {
            add(text, "address", HEX.formatHex(address));
        }
        if (head.length > 0) {
            add(text, "head", HEX.formatHex(head));
        }
        if (by != null) {
            add(text, "by", by);
        }
        return text.toString();
    }

    /// Null where it is a comment of somebody else, which may be anything.
    static @Nullable Remark parse(@Nullable String comment) {
        if (comment == null || !OURS.matcher(comment).lookingAt()) {
            return null;
        }
        try {
            String[] words = comment.split(" ");
            return parse(words, members(words));
        } catch (RuntimeException other) {
            return null;
        }
    }

    private static Remark parse(String[] words, Map<String, String> members) {
        byte[] address = HEX.parseHex(members.getOrDefault("address", ""));
        Sockaddr.decode(address);
        int size = number(members, "size", null);
        return new Remark(
                words[0],
                words[1],
                Long.parseLong(members.getOrDefault("seq", "")),
                Long.parseLong(members.getOrDefault("offset", "")),
                size,
                number(members, "payload", size),
                number(members, "length", size),
                number(members, "flags", 0),
                new Transport(
                        number(members, "family", null),
                        number(members, "type", null),
                        number(members, "proto", null)),
                address,
                HEX.parseHex(members.getOrDefault("head", "")),
                members.get("by"));
    }

    private static Map<String, String> members(String[] words) {
        Map<String, String> members = new HashMap<>();
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            members.put(words[i].substring(0, Math.max(0, equals)), words[i].substring(equals + 1));
        }
        return members;
    }

    private static int number(Map<String, String> members, String name, @Nullable Integer usual) {
        String text = members.get(name);
        if (text == null && usual != null) {
            return usual;
        }
        return Constants.parseInt(text == null ? "" : text);
    }

    private static void add(StringBuilder text, String name, Object value) {
        text.append(' ').append(name).append('=').append(value);
    }
}
