package org.socketconsole.web;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.hpack.HpackDecoder;
import org.eclipse.jetty.http2.hpack.HpackEncoder;
import org.eclipse.jetty.http2.hpack.HpackException;
import org.jspecify.annotations.Nullable;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.Peers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The list of sockets asked for over HTTP/2 by a head that no client of the JDK's makes.
final class Http2Head {

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int END_OF_STREAM_AND_HEADERS = 5;
    private static final int LONGEST = 8192;

    private Http2Head() {}

    /// @param authority the name of the host that it asks
    static int statusOf(Api api, String authority, @Nullable String origin) throws IOException {
        try (Socket socket = new Socket(Peers.loopback(), api.port())) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(PREFACE.getBytes(StandardCharsets.US_ASCII));
            frame(out, SETTINGS, 0, 0, new byte[0]);
            frame(out, HEADERS, END_OF_STREAM_AND_HEADERS, 1, head(authority, origin));
            return status(new DataInputStream(socket.getInputStream()));
        } catch (HpackException malformed) {
            throw new IOException(malformed);
        }
    }

    private static byte[] head(String authority, @Nullable String origin) throws HpackException {
        HttpFields.Mutable fields = HttpFields.build().add("authorization", "Bearer " + Api.TOKEN);
        if (origin != null) {
            fields.add(new HttpField("origin", origin));
        }
        MetaData.Request request =
                new MetaData.Request(
                        "GET",
                        HttpURI.from("http://" + authority + "/api/v1/sockets"),
                        HttpVersion.HTTP_2,
                        fields);
        ByteBuffer block = ByteBuffer.allocate(LONGEST);
        new HpackEncoder().encode(block, request);
        byte[] bytes = new byte[block.flip().remaining()];
        block.get(bytes);
        return bytes;
    }

    private static void frame(DataOutputStream out, int type, int flags, int stream, byte[] payload)
            throws IOException {
        out.writeByte(0);
        out.writeShort(payload.length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
    }

    private static int status(DataInputStream in) throws IOException, HpackException {
        while (true) {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            in.skipNBytes(5);
            byte[] payload = in.readNBytes(length);
            if (type == HEADERS) {
                return ((MetaData.Response) decoder().decode(ByteBuffer.wrap(payload))).getStatus();
            }
        }
    }

    private static HpackDecoder decoder() {
        return new HpackDecoder(LONGEST, System::nanoTime);
    }
}
