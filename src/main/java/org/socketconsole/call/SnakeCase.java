package org.socketconsole.call;

/// The API's spelling of Java's names.
public final class SnakeCase {

    private SnakeCase() {}

    public static String of(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase();
    }
}
