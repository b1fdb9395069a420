package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;
import org.socketconsole.traffic.CapturedPacket;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// A look through all of a capture.
///
/// @param whole the bytes before what is cut at its end
/// @param cut whether something is
/// @param dropped how many packets it says that it has not
/// @param first the time of the first packet
record Survey(
        long packets,
        long whole,
        boolean cut,
        long dropped,
        @Nullable Instant first,
        @Nullable Instant last) {

    /// What is done with each packet meanwhile.
    interface Sink {
        void take(CapturedPacket packet) throws IOException;
    }

    private static final Survey NOTHING = new Survey(0, 0, false, 0, null, null);

    /// An error where it is no capture.
    static Survey of(CaptureReader capture, Sink sink) throws IOException {
        Survey survey = NOTHING;
        for (CapturedPacket packet; (packet = capture.next()) != null; ) {
            survey = survey.with(packet, capture);
            sink.take(packet);
        }
        if (capture.whole() == 0) {
            throw new DamagedCaptureException(0, "its head is cut");
        }
        return survey.upTo(capture);
    }

    /// Of a file up to where it is none any more.
    private static Survey ofWhole(Path file) throws IOException {
        Survey survey = NOTHING;
        try (InputStream in = Files.newInputStream(file)) {
            CaptureReader capture = CaptureReader.of(in);
            for (CapturedPacket packet; (packet = capture.next()) != null; ) {
                survey = survey.with(packet, capture);
            }
            return survey.upTo(capture);
        } catch (DamagedCaptureException end) {
            return survey;
        }
    }

    private Survey with(CapturedPacket packet, CaptureReader capture) {
        Instant start = first == null ? packet.time() : first;
        return new Survey(
                packets + 1, capture.whole(), false, capture.dropped(), start, packet.time());
    }

    private Survey upTo(CaptureReader end) {
        return new Survey(packets, end.whole(), end.isCut(), end.dropped(), first, last);
    }

    /// The recording of a server that was killed while it ran. What it had no more time to write
    /// whole is cut off.
    static Manifest recover(Path directory, Manifest manifest) throws IOException {
        Totals totals = Totals.NONE;
        Instant end = manifest.startedAt();
        for (Path file : PrivateFiles.list(directory, FileRing.NAMES)) {
            end = Files.getLastModifiedTime(file).toInstant();
            Survey whole = ofWhole(file);
            cut(file, whole);
            totals = totals.plus(whole);
        }
        Manifest ended = manifest.ended(end, totals);
        ended.write(directory);
        return ended;
    }

    /// Cuts off what is not whole; where that is all, the file goes.
    static void cut(Path file, Survey survey) throws IOException {
        if (survey.whole == 0) {
            Files.delete(file);
            return;
        }
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(survey.whole);
        }
    }
}
