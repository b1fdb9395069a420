package org.socketconsole.call;

import java.util.Locale;

/// The API's spelling of Java's names.
public final class SnakeCase {

    private SnakeCase() {}

    /// For tables that are made once: a call has its names from them.
    public static String of(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
