package org.socketconsole.responder;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Text;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The text of a reply with places to be filled: `$1` to `$9` with groups, `${time}` and its like.
/// What a place is filled with is not filled again.
final class Template {

    /// The most bytes of a filled one; groups can be as long as a message, and stand in it often.
    static final int LARGEST = 16 * 1024 * 1024;

    private static final int MOST_RANDOM = 64 * 1024;
    private static final Pattern PLACE = Pattern.compile("\\$(?:\\$|([1-9])|\\{([^}]*)(}?))");
    private static final Pattern RANDOM = Pattern.compile("random:([0-9]{1,5})");
    private static final SecureRandom RANDOMNESS = new SecureRandom();
    private static final byte[] NONE = {};

    /// What fills the places.
    ///
    /// @param groups of the match, each a byte a character, null for one that took no part
    /// @param count of the rule's uses
    record Filling(List<@Nullable String> groups, long count, String peer) {

        byte[] group(int number) {
            String group = number < groups.size() ? groups.get(number) : null;
            return group == null ? NONE : group.getBytes(ISO_8859_1);
        }
    }

    private static final Map<String, Function<Filling, String>> NAMES =
            Map.of(
                    "time", _ -> Instant.now().toString(),
                    "unixtime", _ -> Long.toString(Instant.now().getEpochSecond()),
                    "count", filling -> Long.toString(filling.count),
                    "peer", Filling::peer);

    /// More than any place takes but a group and a random one.
    private static final int PLACE_SIZE = 256;

    private final List<Function<Filling, byte[]>> parts = new ArrayList<>();

    /// The most bytes of all parts that are no groups, and how many those are.
    private int most;

    private int groups;

    private Template() {}

    /// Bytes as they are.
    static Template of(byte[] bytes) {
        Template template = new Template();
        template.literal(bytes);
        return template;
    }

    /// A place that there is not is an illegal argument whose message says why.
    static Template parse(String text) {
        Template template = new Template();
        int end = 0;
        for (MatchResult place : PLACE.matcher(text).results().toList()) {
            template.literal(Text.utf8(text.substring(end, place.start()), "text"));
            template.parts.add(part(place));
            template.count(place);
            end = place.end();
        }
        template.literal(Text.utf8(text.substring(end), "text"));
        return template;
    }

    /// Null where that would be too large.
    byte @Nullable [] fill(Filling filling) {
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        for (Function<Filling, byte[]> part : parts) {
            filled.writeBytes(part.apply(filling));
            if (filled.size() > LARGEST) {
                return null;
            }
        }
        return filled.toByteArray();
    }

    /// The most bytes that it has when it is filled from a message of so many.
    long most(int size) {
        return most + (long) groups * size;
    }

    private void literal(byte[] bytes) {
        if (bytes.length > 0) {
            parts.add(_ -> bytes);
            most += bytes.length;
        }
    }

    private void count(MatchResult place) {
        if (place.group(1) != null) {
            groups++;
        } else {
            var random = RANDOM.matcher(String.valueOf(place.group(2)));
            most += random.matches() ? 2 * Integer.parseInt(random.group(1)) : PLACE_SIZE;
        }
    }

    private static Function<Filling, byte[]> part(MatchResult place) {
        if (place.group(1) != null) {
            int group = Integer.parseInt(place.group(1));
            return filling -> filling.group(group);
        }
        Function<Filling, String> text =
                place.group(2) == null
                        ? _ -> "$"
                        : named(place.group(2), !place.group(3).isEmpty());
        return filling -> text.apply(filling).getBytes(UTF_8);
    }

    private static Function<Filling, String> named(String name, boolean closed) {
        Function<Filling, String> known = NAMES.get(name);
        if (known != null && closed) {
            return known;
        }
        var random = RANDOM.matcher(name);
        if (!closed || !random.matches() || Integer.parseInt(random.group(1)) > MOST_RANDOM) {
            throw new IllegalArgumentException(
                    "has `${"
                            + name
                            + (closed ? "}" : "")
                            + "`; known are `${time}`, `${unixtime}`, `${count}`, `${peer}` and"
                            + " `${random:N}`, N up to "
                            + MOST_RANDOM
                            + ", and `$$` is a dollar");
        }
        int size = Integer.parseInt(random.group(1));
        return _ -> random(size);
    }

    private static String random(int size) {
        byte[] bytes = new byte[size];
        RANDOMNESS.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
