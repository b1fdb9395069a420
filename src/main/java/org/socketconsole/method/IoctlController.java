package org.socketconsole.method;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.socketconsole.call.Call;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.libc.Libc;
import org.socketconsole.socket.LiveSocket;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Set;

/// `ioctl`, as far as it asks a socket for a number.
@RestController
@RequestMapping("/api/v1/sockets/{id}")
@Tag(name = "Sockets")
class IoctlController {

    /// Those that store one `int`; others have a pointer for an argument, or change the host.
    private static final Set<Long> KNOWN =
            Set.of(Libc.FIONREAD, Libc.SIOCOUTQ, Libc.SIOCOUTQNSD, Libc.SIOCATMARK);

    record IoctlRequest(
            @Schema(
                            description = "FIONREAD, SIOCOUTQ, SIOCOUTQNSD or SIOCATMARK",
                            example = "FIONREAD")
                    ConstantArgument request) {

        long known() {
            long number = Integer.toUnsignedLong(request.bits());
            if (!KNOWN.contains(number)) {
                throw new InvalidArgumentException(
                        "request", "must be FIONREAD, SIOCOUTQ, SIOCOUTQNSD or SIOCATMARK");
            }
            return number;
        }
    }

    @Schema(description = "Bytes waiting, unsent or not yet on the wire; 1 at the urgent mark")
    record IoctlValue(int value) {}

    @Operation(summary = "Ask for bytes waiting or unsent, or the urgent mark, see ioctl(2)")
    @GetMapping("/ioctl")
    IoctlValue ioctl(LiveSocket socket, Call call, IoctlRequest request) {
        return new IoctlValue(socket.ioctl(request.known()));
    }
}
