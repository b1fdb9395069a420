package org.socketconsole.method;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.Seconds;
import org.socketconsole.descriptor.Patience;
import org.socketconsole.libc.Libc;
import org.socketconsole.method.Select.Interest;
import org.socketconsole.socket.SocketRegistry;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// `select`, on sockets by their ids.
@RestController
@RequestMapping("/api/v1/select")
@Tag(name = "Sockets")
class SelectController {

    private final SocketRegistry registry;
    private final Libc libc;

    SelectController(SocketRegistry registry, Libc libc) {
        this.registry = registry;
        this.libc = libc;
    }

    record SelectRequest(
            @Schema(description = "Ids of sockets; none where absent", example = "[\"s-1\"]")
                    @Nullable List<String> read,
            @Nullable List<String> write,
            @Nullable List<String> except,
            @Schema(description = "Seconds; absent waits until one is ready")
                    @Nullable Double timeout) {}

    record Selected(List<String> read, List<String> write, List<String> except) {}

    @Operation(summary = "Wait until one of several sockets is ready, see select(2)")
    @PostMapping
    Selected select(Call call, SelectRequest request) {
        var timeout = request.timeout == null ? null : Seconds.parse("timeout", request.timeout);
        return select(request, Patience.of(timeout, call));
    }

    private Selected select(SelectRequest request, Patience patience) {
        List<Interest> interests =
                Stream.of(
                                interests(request.read, Interest.READ, patience),
                                interests(request.write, Interest.WRITE, patience),
                                interests(request.except, Interest.EXCEPT, patience))
                        .flatMap(List::stream)
                        .toList();
        List<Interest> ready =
                registry.insideAll(
                        interests.stream().map(Interest::socket).toList(),
                        patience.call(),
                        () -> new Select(libc, interests).await(patience));
        return new Selected(
                ids(ready, Interest.READ), ids(ready, Interest.WRITE), ids(ready, Interest.EXCEPT));
    }

    private List<Interest> interests(@Nullable List<String> ids, int events, Patience patience) {
        return Objects.requireNonNullElse(ids, List.<String>of()).stream()
                .map(id -> new Interest(registry.get(id, patience.call()), events))
                .toList();
    }

    private static List<String> ids(List<Interest> ready, int events) {
        return ready.stream()
                .filter(interest -> interest.events() == events)
                .map(interest -> interest.socket().id())
                .toList();
    }
}
