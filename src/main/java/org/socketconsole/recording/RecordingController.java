package org.socketconsole.recording;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.BodyReader;
import org.socketconsole.call.Call;
import org.socketconsole.call.Created;
import org.socketconsole.call.Streamed;
import org.socketconsole.call.Unlogged;
import org.socketconsole.traffic.ChunkPage;
import org.socketconsole.traffic.TrafficQuery;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// Traffic in files that survive the server.
@RestController
@RequestMapping("/api/v1/recordings")
@Tag(name = "Recordings", description = "Traffic in files that survive the server")
class RecordingController {

    private static final String PCAPNG = "application/x-pcapng";

    private final Recordings recordings;
    private final RecordedTraffic traffic;
    private final WantedTraffic wanted;
    private final RecordingProperties properties;

    RecordingController(
            Recordings recordings,
            RecordedTraffic traffic,
            WantedTraffic wanted,
            RecordingProperties properties) {
        this.recordings = recordings;
        this.traffic = traffic;
        this.wanted = wanted;
        this.properties = properties;
    }

    record StartRequest(
            @Size(min = 1, max = 200) @Nullable String name,
            @Schema(description = "Only these; all where absent", example = "[\"s-1\"]")
                    @Nullable List<String> sockets,
            @Schema(description = "Only what matches, in the filter language, see docs/filter.md")
                    @Nullable String filter) {}

    record ImportRequest(@Size(min = 1, max = 200) @Nullable String name) {}

    record RecordedDataRequest(@Schema(description = "The number of the chunk") String seq) {}

    @Schema(name = "RecordingStorage")
    record Storage(
            String directory,
            @Schema(description = "Bytes of one file") long fileSize,
            @Schema(description = "Files of one recording, of which the oldest goes first")
                    int files,
            @Schema(description = "Bytes that are kept of each chunk; null for all")
                    @Nullable Long payload,
            @Schema(description = "Bytes that the disk has room for") long free) {}

    record RecordingPage(
            List<RecordingView> items,
            int total,
            @Schema(description = "Where they are; null where nothing can be recorded")
                    @Nullable Storage storage) {}

    record RecordedSocketPage(List<RecordedSocketView> items, int total) {}

    @Operation(summary = "The recordings, the oldest first, and where they are")
    @GetMapping
    @Unlogged
    RecordingPage listRecordings(Call call) {
        List<RecordingView> items = recordings.all().stream().map(Recording::view).toList();
        return new RecordingPage(items, items.size(), storage());
    }

    @Operation(summary = "Begin to record what passes, from now on, of all sockets or of some")
    @PostMapping
    @Unlogged
    Created<RecordingView> startRecording(Call call, StartRequest request) {
        return created(
                recordings.begin(
                        request.name, wanted.of(request.sockets, request.filter), request.filter));
    }

    @Operation(summary = "Make a recording of a capture, pcapng or pcap")
    @PostMapping("/import")
    @Unlogged
    Created<RecordingView> importRecording(Call call, ImportRequest request, BodyReader client) {
        return created(recordings.take(client, request.name));
    }

    @Operation(summary = "One recording")
    @GetMapping("/{id}")
    @Unlogged
    RecordingView getRecording(Recording recording, Call call) {
        return recording.view();
    }

    @Operation(summary = "Record no more into it")
    @PostMapping("/{id}/stop")
    @Unlogged
    void stopRecording(Recording recording, Call call) {
        recordings.stop(recording);
    }

    @Operation(summary = "Stop the recording and delete its files")
    @DeleteMapping("/{id}")
    @Unlogged
    void deleteRecording(Recording recording, Call call) {
        recordings.delete(recording);
    }

    @Operation(summary = "What was recorded, the oldest first, without the bytes")
    @GetMapping("/{id}/traffic")
    @Unlogged
    ChunkPage listRecordingTraffic(Recording recording, Call call, TrafficQuery query) {
        return traffic.page(recording, query);
    }

    @Operation(summary = "The bytes of one chunk that was recorded")
    @GetMapping(path = "/{id}/traffic/{seq}/data", produces = "application/octet-stream")
    @Unlogged
    byte[] getRecordingTrafficData(Recording recording, Call call, RecordedDataRequest request) {
        return traffic.data(recording, request.seq);
    }

    @Operation(summary = "The sockets of which traffic was recorded")
    @GetMapping("/{id}/sockets")
    @Unlogged
    RecordedSocketPage listRecordingSockets(Recording recording, Call call) {
        List<RecordedSocketView> items = traffic.sockets(recording);
        return new RecordedSocketPage(items, items.size());
    }

    @Operation(summary = "The whole recording, as a capture that Wireshark opens")
    @GetMapping(path = "/{id}.pcapng", produces = PCAPNG)
    @Unlogged
    Streamed getRecordingPcapng(Recording recording, Call call) {
        return new Streamed(PCAPNG, recording.id() + ".pcapng", recording::writeTo);
    }

    private @Nullable Storage storage() {
        return properties.directory() == null
                ? null
                : new Storage(
                        properties.directory().toAbsolutePath().toString(),
                        properties.fileSize().toBytes(),
                        properties.files(),
                        properties.payload() == null ? null : properties.payload().toBytes(),
                        recordings.free());
    }

    private static Created<RecordingView> created(Recording recording) {
        return new Created<>("/api/v1/recordings/" + recording.id(), recording.view());
    }
}
