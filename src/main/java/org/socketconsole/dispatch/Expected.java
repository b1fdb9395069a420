package org.socketconsole.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a request must give for a component of a type, in the words of JSON.
final class Expected {

    private static final Map<Class<?>, String> WORDS =
            Map.of(
                    Boolean.class, "true or false",
                    Double.class, "a number",
                    Instant.class, "a time as 2026-11-22T12:00:00Z",
                    Integer.class, "an integer of 32 bits",
                    Long.class, "an integer of 64 bits",
                    List.class, "an array",
                    String.class, "a string",
                    byte[].class, "base64",
                    int.class, "an integer of 32 bits",
                    long.class, "an integer of 64 bits");

    private Expected() {}

    static String of(Class<?> type) {
        return WORDS.getOrDefault(type, "an object");
    }
}
