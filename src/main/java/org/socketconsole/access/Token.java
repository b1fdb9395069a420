package org.socketconsole.access;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/// The secret that every call must show: the one that was given, else a random one of 256 bits.
@Component
public class Token {

    public static final String SCHEME = "Bearer";

    private static final int RANDOM_BYTES = 32;

    private final String value;
    private final byte[] bytes;
    private final boolean random;

    Token(@Value("${console.token:}") String given) {
        this.random = given.isBlank();
        this.value = random ? newValue() : given.strip();
        this.bytes = value.getBytes(StandardCharsets.UTF_8);
    }

    /// Whether the header `Authorization` shows one, right or wrong.
    public static boolean isShown(@Nullable String header) {
        return header != null
                && header.length() > SCHEME.length() + 1
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && header.charAt(SCHEME.length()) == ' ';
    }

    /// Whether the header `Authorization` shows it.
    public boolean isIn(@Nullable String header) {
        return header != null
                && isShown(header)
                && is(header.substring(SCHEME.length() + 1).strip());
    }

    /// Takes the same time wherever the two differ.
    public boolean is(String shown) {
        return MessageDigest.isEqual(bytes, shown.getBytes(StandardCharsets.UTF_8));
    }

    String value() {
        return value;
    }

    /// Whether nobody knows it yet.
    boolean isRandom() {
        return random;
    }

    private static String newValue() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
