package org.socketconsole.traffic;

import org.socketconsole.net.Constants;
import org.socketconsole.resolve.Addresses;
import org.springframework.stereotype.Component;

import java.util.Arrays;

/// Shows chunks.
@Component
public class ChunkViews {

    private static final int PREVIEW = 64;

    private final Addresses addresses;

    ChunkViews(Addresses addresses) {
        this.addresses = addresses;
    }

    public ChunkView of(Chunk chunk) {
        byte[] data = chunk.data();
        return new ChunkView(
                chunk.seq(),
                chunk.time(),
                chunk.socketId(),
                chunk.direction().text(),
                chunk.call(),
                chunk.offset(),
                data.length,
                chunk.isCut() ? chunk.length() : null,
                Constants.flags("MSG_", chunk.flags()),
                addresses.view(chunk.address()),
                Arrays.copyOf(data, Math.min(data.length, PREVIEW)));
    }
}
