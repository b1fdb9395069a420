package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;
import org.socketconsole.traffic.CapturedPacket;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A look through all of a capture.
///
/// @param whole the bytes before what is cut at its end
/// @param dropped how many packets it says that it has not
/// @param first the time of the first packet
record Survey(
        long packets, long whole, long dropped, @Nullable Instant first, @Nullable Instant last) {

    /// What is done with each packet meanwhile.
    interface Sink {
        void take(CapturedPacket packet) throws IOException;
    }

    /// An error where it is no capture.
    static Survey of(CaptureReader capture, Sink sink) throws IOException {
        long packets = 0;
        Instant first = null;
        Instant last = null;
        for (CapturedPacket packet; (packet = capture.next()) != null; packets++) {
            first = first == null ? packet.time() : first;
            last = packet.time();
            sink.take(packet);
        }
        if (capture.whole() == 0) {
            throw new DamagedCaptureException(0, "its head is cut");
        }
        return new Survey(packets, capture.whole(), capture.dropped(), first, last);
    }

    /// The recording of a server that was killed while it ran. What it had no more time to write
    /// whole is cut off.
    static Manifest recover(Path directory, Manifest manifest) throws IOException {
        List<Path> files = PrivateFiles.list(directory, FileRing.NAMES);
        long packets = 0;
        long bytes = 0;
        long dropped = 0;
        Instant end = manifest.startedAt();
        for (Path file : files) {
            end = Files.getLastModifiedTime(file).toInstant();
            Survey survey = cut(file);
            packets += survey.packets();
            bytes += survey.whole();
            dropped = Math.max(dropped, survey.dropped());
        }
        Manifest ended =
                manifest.ended(end, new Totals(packets, bytes, files.size(), dropped, null));
        ended.write(directory);
        return ended;
    }

    /// Cuts off what is not whole.
    static Survey cut(Path file) throws IOException {
        Survey survey = survey(file);
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(survey.whole());
        }
        return survey;
    }

    private static Survey survey(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(CaptureReader.of(in), packet -> {});
        }
    }
}
