package org.socketconsole.file;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.Payload;
import org.socketconsole.descriptor.SocketIo;
import org.socketconsole.socket.LiveSocket;

/// A buffered file of a socket's bytes, for the tests of other rooms.
public final class OpenFile {

    private final SocketFile file;

    private OpenFile(SocketFile file) {
        this.file = file;
    }

    /// @param io over a descriptor of its own
    public static OpenFile of(LiveSocket socket, SocketIo io) {
        return new OpenFile(
                new SocketFile("f-0", socket, io, OpenMode.of("rwb", null, null, null)));
    }

    public void write(byte[] data, Call call) {
        file.write(new Bytes(data), call);
    }

    public byte[] read(int size, Call call) {
        return file.read(size, call).data();
    }

    /// What is written goes before.
    public void close(Call call) {
        file.close(call);
    }

    private record Bytes(byte[] data) implements Payload {
        @Override
        public @Nullable String text() {
            return null;
        }

        @Override
        public @Nullable String hex() {
            return null;
        }
    }
}
