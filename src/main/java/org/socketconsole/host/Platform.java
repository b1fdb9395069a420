package org.socketconsole.host;

import java.nio.ByteOrder;
import java.util.Objects;

/// What runs here.
public final class Platform {

    private Platform() {}

    /// `Linux 6.18 amd64`.
    public static String name() {
        return String.join(
                " ",
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"));
    }

    /// `little` or `big`.
    public static String byteOrder() {
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? "little" : "big";
    }

    /// The console's own version, as its jar has it.
    public static String version() {
        return Objects.requireNonNullElse(
                Platform.class.getPackage().getImplementationVersion(), "development");
    }
}
