package org.socketconsole.file;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.Payload;
import org.socketconsole.call.RawBytes;
import org.socketconsole.call.SizeDeserializer;
import org.socketconsole.call.Text;
import org.socketconsole.call.Unlogged;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.annotation.JsonDeserialize;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The calls on files.
@RestController
@RequestMapping("/api/v1/files")
@Tag(name = "Files", description = "Buffered bytes and text over sockets")
class FileController {

    private final FileRegistry files;

    FileController(FileRegistry files) {
        this.files = files;
    }

    record FilePage(List<FileView> items, int total) {}

    record ReadRequest(
            @Schema(
                            description =
                                    "The most to read: bytes, in text modes characters; absent or"
                                            + " -1 is to the end. One answer has 16 MiB at most, in"
                                            + " text modes 4,194,304 characters: read again until"
                                            + " one is empty",
                            example = "1024")
                    @JsonDeserialize(using = SizeDeserializer.class)
                    @Min(-1)
                    @Nullable Integer size,
            @Schema(description = "In binary modes: answer the bytes as text too, if UTF-8")
                    @Nullable Boolean text) {

        int limit() {
            return Objects.requireNonNullElse(size, -1);
        }
    }

    record ReadlinesRequest(
            @Schema(
                            description =
                                    "No line is begun after more than so many bytes, in text modes"
                                            + " characters; absent, or 0 or less, is to the end."
                                            + " One answer has 65,536 lines and 16 MiB at most, in"
                                            + " text modes 4,194,304 characters: read again until"
                                            + " one has no line")
                    @JsonDeserialize(using = SizeDeserializer.class)
                    @Nullable Integer hint,
            @Schema(description = "In binary modes: answer the bytes as text too, if UTF-8")
                    @Nullable Boolean text) {}

    record WriteRequest(
            @Schema(description = "In text modes text in the file's encoding")
                    byte @Nullable [] data,
            @Schema(description = "In place of data", example = "Hello, world")
                    @Nullable String text,
            @Schema(description = "In place of data: pairs of digits", example = "48 65:6c")
                    @Nullable String hex)
            implements Payload {}

    @Schema(description = "A size of 0 is the end, where one or more were asked for")
    record FileBytes(
            @Schema(
                            description =
                                    "In text modes the text in the file's encoding, and bytes that"
                                            + " are none as they came")
                    byte[] data,
            @Schema(description = "Bytes in data") int size,
            @Schema(description = "A byte that is no text in the encoding is a U+FFFD")
                    @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Nullable String text)
            implements RawBytes {

        static FileBytes of(Piece piece, @Nullable Boolean wanted) {
            byte[] data = piece.data();
            String text = piece.text();
            return new FileBytes(data, data.length, text == null ? Text.of(data, wanted) : text);
        }

        @Override
        public Map<String, Object> headers() {
            return Map.of();
        }
    }

    record FileLines(@Schema(description = "None is the end") List<FileBytes> lines) {}

    record Written(@Schema(description = "Bytes of the payload that were taken") long written) {}

    @Operation(summary = "The open files")
    @GetMapping
    @Unlogged
    FilePage listFiles(Call call) {
        List<FileView> open =
                files.open().stream().filter(file -> !file.isClosed()).map(FileView::of).toList();
        return new FilePage(open, open.size());
    }

    @Operation(summary = "One file")
    @GetMapping("/{id}")
    @Unlogged
    FileView getFile(SocketFile file, Call call) {
        return FileView.of(file);
    }

    @Operation(summary = "Read so many bytes or characters, or to the end of the stream")
    @PostMapping("/{id}/read")
    FileBytes read(SocketFile file, Call call, ReadRequest request) {
        return FileBytes.of(file.read(request.limit(), call), request.text);
    }

    @Operation(summary = "Read to the end of a line")
    @PostMapping("/{id}/readline")
    FileBytes readline(SocketFile file, Call call, ReadRequest request) {
        return FileBytes.of(file.readline(request.limit(), call), request.text);
    }

    @Operation(summary = "Read lines, to the end of the stream or until there are enough")
    @PostMapping("/{id}/readlines")
    FileLines readlines(SocketFile file, Call call, ReadlinesRequest request) {
        int hint = Objects.requireNonNullElse(request.hint, -1);
        return new FileLines(
                file.readlines(hint, call).stream()
                        .map(line -> FileBytes.of(line, request.text))
                        .toList());
    }

    @Operation(
            summary =
                    "Write bytes or text into the file's buffer, and what is too much to the peer")
    @PostMapping("/{id}/write")
    Written write(SocketFile file, Call call, WriteRequest request) {
        return new Written(file.write(request, call));
    }

    @Operation(summary = "Send what is buffered")
    @PostMapping("/{id}/flush")
    void flush(SocketFile file, Call call) {
        file.flush(call);
    }

    @Operation(summary = "Flush and close the file; it is closed also when the flush fails")
    @DeleteMapping("/{id}")
    void closeFile(SocketFile file, Call call) {
        files.close(file, call);
    }
}
