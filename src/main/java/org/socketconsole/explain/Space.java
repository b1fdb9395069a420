package org.socketconsole.explain;

import com.fasterxml.jackson.annotation.JsonValue;

import org.socketconsole.net.Constant;

import java.util.Locale;

/// Whose numbers they are: 1 is `EPERM` and `HOST_NOT_FOUND`.
enum Space {
    ERRNO,
    GAIERROR,
    HERROR,
    CONSOLE;

    static Space of(Constant constant) {
        return switch (constant.group()) {
            case "ERRNO" -> ERRNO;
            case "EAI" -> GAIERROR;
            case "H_ERRNO" -> HERROR;
            default ->
                    throw new IllegalArgumentException(constant.name() + " is no error's number");
        };
    }

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
