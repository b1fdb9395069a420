package org.socketconsole.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.InvalidArgumentException;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a client names a call by, so that it is made once, however often it is asked for: see
/// `Idempotency-Key`, draft-ietf-httpapi-idempotency-key-header.
///
/// @param scope the method and the path of the call, and its name there
/// @param asked a digest of all that the call was asked with, but for a body that it reads itself
public record RepeatKey(String scope, ByteBuffer asked, PassingBody body) {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern NAME = Pattern.compile("[!-~]{1,255}");

    /// @param query null for none
    public static RepeatKey of(String call, String name, byte[] body, @Nullable String query) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidArgumentException(HEADER, "must be 1 to 255 visible ASCII characters");
        }
        MessageDigest digest = sha256();
        digest.update(asked(query).getBytes(UTF_8));
        return new RepeatKey(
                call + " " + name, ByteBuffer.wrap(digest.digest(body)), PassingBody.Passed.NONE);
    }

    /// How long it is waited is no part of what is asked: a client may have more patience later.
    private static String asked(@Nullable String query) {
        return query == null
                ? ""
                : Stream.of(query.split("&"))
                        .filter(part -> !part.startsWith("wait="))
                        .collect(joining("&"));
    }

    /// Of a call that reads its body as it comes.
    public RepeatKey with(PassingBody body) {
        return new RepeatKey(scope, asked, body);
    }

    /// Of what was asked before the body, whose end may be far.
    boolean begins(RepeatKey other) {
        return asked.equals(other.asked);
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
