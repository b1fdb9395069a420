package org.socketconsole.recording;

import static org.socketconsole.net.Errno.ECANCELED;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.BodyReader;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.libc.Octets;
import org.socketconsole.net.SyscallException;
import org.socketconsole.traffic.PcapngWriter;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// A capture that a client brings: looked through before it is a recording. One in the format pcap
/// is made one of pcapng, any other stays as it is.
final class CaptureImport {

    private static final String BODY = "body";

    private final Path directory;
    private final long largest;

    /// @param largest the most bytes that it may have
    CaptureImport(Path directory, long largest) {
        this.directory = directory;
        this.largest = largest;
    }

    Recording take(BodyReader client, String name) throws IOException {
        Path brought = PrivateFiles.create(directory.resolve("brought"));
        receive(client, brought);
        Survey survey = read(brought);
        Instant start = Objects.requireNonNullElseGet(survey.first(), Instant::now);
        Manifest manifest =
                new Manifest(
                        name,
                        true,
                        start,
                        Objects.requireNonNullElse(survey.last(), start),
                        List.of(),
                        null,
                        totals(survey));
        manifest.write(directory);
        return new Recording(directory, manifest, null);
    }

    private Totals totals(Survey survey) throws IOException {
        long bytes = Files.size(FileRing.file(directory, 1));
        return new Totals(survey.packets(), bytes, 1, survey.dropped(), error(survey));
    }

    private static @Nullable String error(Survey survey) {
        return survey.cut()
                ? "The file is cut: it is imported up to byte %d, what begins there is not whole."
                        .formatted(survey.whole())
                : null;
    }

    private void receive(BodyReader client, Path brought) throws IOException {
        try (OutputStream out = Files.newOutputStream(brought)) {
            long size = 0;
            for (Octets piece; (piece = next(client)).size() > 0; ) {
                size += piece.size();
                if (size > largest) {
                    throw new InvalidArgumentException(
                            BODY, "is larger than a recording may be, %d bytes".formatted(largest));
                }
                out.write(piece.array());
                piece.release();
            }
        }
    }

    private static Octets next(BodyReader client) {
        try {
            return client.next();
        } catch (IOException | InterruptedException left) {
            throw new SyscallException("import_recording", ECANCELED);
        }
    }

    private Survey read(Path brought) throws IOException {
        try (InputStream in = Files.newInputStream(brought)) {
            return keep(CaptureReader.of(in), brought);
        } catch (DamagedCaptureException none) {
            throw new InvalidArgumentException(BODY, String.valueOf(none.getMessage()));
        }
    }

    private Survey keep(CaptureReader capture, Path brought) throws IOException {
        Path file = FileRing.file(directory, 1);
        if (capture instanceof PcapngReader) {
            Survey survey = Survey.of(capture, packet -> {});
            Survey.cut(brought, survey);
            Files.move(brought, file);
            return survey;
        }
        PrivateFiles.create(file);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            return copy(capture, new PcapngWriter(out));
        } finally {
            Files.delete(brought);
        }
    }

    /// A file of pcap has one link.
    private static Survey copy(CaptureReader capture, PcapngWriter out) throws IOException {
        out.section();
        boolean[] described = new boolean[1];
        return Survey.of(
                capture,
                packet -> {
                    if (!described[0]) {
                        out.describe(packet.link(), "imported");
                        described[0] = true;
                    }
                    out.packet(0, packet);
                });
    }
}
