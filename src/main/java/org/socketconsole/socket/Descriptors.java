package org.socketconsole.socket;

import org.socketconsole.call.InvalidArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.stream.IntStream;

/// The data of an `SCM_RIGHTS` control message: descriptors, one C int each, see unix(7).
final class Descriptors {

    private Descriptors() {}

    static IntStream read(byte[] data, String field) {
        if (data.length % Integer.BYTES != 0) {
            throw new InvalidArgumentException(
                    field, "must be a list of descriptors, 4 bytes each");
        }
        IntBuffer integers = ByteBuffer.wrap(data).order(ByteOrder.nativeOrder()).asIntBuffer();
        return IntStream.range(0, integers.limit()).map(integers::get);
    }
}
