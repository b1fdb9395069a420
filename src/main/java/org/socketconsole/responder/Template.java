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

    private final List<Function<Filling, byte[]>> parts = new ArrayList<>();

    private Template() {}

    /// Bytes as they are.
    static Template of(byte[] bytes) {
        Template template = new Template();
        template.parts.add(_ -> bytes);
        return template;
    }

    /// A place that there is not is an illegal argument whose message says why.
    static Template parse(String text) {
        Template template = new Template();
        int end = 0;
        for (MatchResult place : PLACE.matcher(text).results().toList()) {
            template.literal(text.substring(end, place.start()));
            template.parts.add(part(place));
            end = place.end();
        }
        template.literal(text.substring(end));
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

    private void literal(String text) {
        byte[] bytes = Text.utf8(text, "text");
        if (bytes.length > 0) {
            parts.add(_ -> bytes);
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
