package org.socketconsole.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/// The secret that every call must show: the one that was given, else a random one of 256 bits.
@Component
class Token {

    private static final int RANDOM_BYTES = 32;

    private final String value;
    private final boolean random;

    Token(@Value("${console.token:}") String given) {
        this.random = given.isBlank();
        this.value = random ? newValue() : given.strip();
    }

    /// Takes the same time wherever the two differ.
    boolean is(String shown) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
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
