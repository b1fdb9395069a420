package org.socketconsole.traffic;

import org.socketconsole.net.Constants;
import org.socketconsole.resolve.Addresses;
import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.function.Supplier;

/// Shows chunks.
@Component
public class ChunkViews {

    private static final int PREVIEW = 64;

    private final Addresses addresses;

    ChunkViews(Addresses addresses) {
        this.addresses = addresses;
    }

    public ChunkView of(Chunk chunk) {
        return of(chunk, chunk.data().length);
    }

    /// What is to be made when someone asks for it. It holds no more of the bytes than it shows.
    Supplier<ChunkView> later(Chunk chunk) {
        int size = chunk.data().length;
        Chunk head = size <= PREVIEW ? chunk : chunk.withData(preview(chunk));
        return () -> of(head, size);
    }

    private ChunkView of(Chunk chunk, int size) {
        return new ChunkView(
                chunk.seq(),
                chunk.time(),
                chunk.socketId(),
                chunk.direction().text(),
                chunk.call(),
                chunk.offset(),
                size,
                chunk.length() > size ? chunk.length() : null,
                Constants.flags("MSG_", chunk.flags()),
                addresses.view(chunk.address()),
                chunk.by(),
                preview(chunk));
    }

    private static byte[] preview(Chunk chunk) {
        return Arrays.copyOf(chunk.data(), Math.min(chunk.data().length, PREVIEW));
    }
}
