package org.socketconsole.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/// Bytes as the tests make and read them.
public final class Bytes {

    /// As `sys.byteorder` has it.
    public static final String ORDER =
            ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? "little" : "big";

    private Bytes() {}

    public static byte[] of(String latin1) {
        return latin1.getBytes(ISO_8859_1);
    }

    public static String latin1(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    public static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    /// The same ones each time, without a pattern.
    public static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /// C ints in the order of this machine.
    public static byte[] ints(int... values) {
        ByteBuffer buffer = buffer(new byte[values.length * Integer.BYTES]);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    /// `struct timeval`.
    public static byte[] timeval(long seconds, long microseconds) {
        return buffer(new byte[2 * Long.BYTES]).putLong(seconds).putLong(microseconds).array();
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }
}
