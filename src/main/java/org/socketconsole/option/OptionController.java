package org.socketconsole.option;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.Payload;
import org.socketconsole.call.Text;
import org.socketconsole.socket.LiveSocket;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

import java.util.stream.Stream;

/// `getsockopt` and `setsockopt`, see socket(7), ip(7), ipv6(7), tcp(7), udp(7), unix(7).
@RestController
@RequestMapping("/api/v1/sockets/{id}")
@Tag(name = "Sockets")
class OptionController {

    /// CPython's limit.
    private static final int BUFLEN_MAX = 1024;

    record GetsockoptRequest(
            @Schema(example = "SOL_SOCKET") ConstantArgument level,
            @Schema(example = "SO_RCVBUF") ConstantArgument optname,
            @Schema(description = "The most bytes of the value; absent or 0 for an integer")
                    @Min(0)
                    @Max(BUFLEN_MAX)
                    @Nullable Integer buflen,
            @Schema(description = "With a buflen: answer the bytes as text too, if UTF-8")
                    @Nullable Boolean text)
            implements Numbered {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "`value` without a buflen, `data` and `size` with one")
    record OptionValue(
            @Nullable Long value,
            byte @Nullable [] data,
            @Nullable Integer size,
            @Nullable String text) {}

    record SetsockoptRequest(
            @Schema(example = "SOL_SOCKET") ConstantArgument level,
            @Schema(example = "SO_REUSEADDR") ConstantArgument optname,
            @Schema(description = "The value of an integer option", example = "1")
                    @Nullable JsonNode value,
            @Schema(description = "The bytes of any other") byte @Nullable [] data,
            @Schema(description = "In place of data, as UTF-8") @Nullable String text,
            @Schema(description = "In place of data: pairs of digits") @Nullable String hex,
            @Schema(description = "The length of a NULL value") @Min(0) @Nullable Integer optlen)
            implements Numbered {}

    @Operation(summary = "Read an option, see getsockopt(2)")
    @GetMapping("/getsockopt")
    OptionValue getsockopt(LiveSocket socket, Call call, GetsockoptRequest request) {
        return read(socket, request);
    }

    @Operation(summary = "Set an option, see setsockopt(2): one of value, data and optlen")
    @PostMapping("/setsockopt")
    void setsockopt(LiveSocket socket, Call call, SetsockoptRequest request) {
        requireOne(request);
        set(socket, request);
    }

    private static OptionValue read(LiveSocket socket, GetsockoptRequest request) {
        int level = request.level.bits();
        int optname = request.optname.bits();
        if (request.buflen != null && request.buflen > 0) {
            byte[] data = OptionCalls.get(socket, level, optname, request.buflen);
            return new OptionValue(null, data, data.length, Text.of(data, request.text));
        }
        long value = IntegerOption.of(socket, level, optname).read(socket);
        return new OptionValue(value, null, null, null);
    }

    private static void set(LiveSocket socket, SetsockoptRequest request) {
        int level = request.level.bits();
        int optname = request.optname.bits();
        if (request.optlen != null) {
            OptionCalls.set(socket, level, optname, null, request.optlen);
        } else if (request.value != null) {
            IntegerOption.of(socket, level, optname).set(socket, request.value);
        } else {
            byte[] value = Payload.bytes(request.data, request.text, request.hex);
            OptionCalls.set(socket, level, optname, value, value.length);
        }
    }

    private static void requireOne(SetsockoptRequest request) {
        long given =
                Stream.of(request.value, request.data, request.text, request.hex, request.optlen)
                        .filter(argument -> argument != null)
                        .count();
        if (given != 1) {
            throw new InvalidArgumentException(
                    "value",
                    "is required, or `data` or `optlen` in its place, and only one of them");
        }
    }
}
