package org.socketconsole.method;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.Seconds;
import org.socketconsole.descriptor.Patience;
import org.socketconsole.libc.Libc;
import org.socketconsole.method.Select.Interest;
import org.socketconsole.socket.SocketRegistry;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
                                interests("read", request.read, Interest.READ, patience),
                                interests("write", request.write, Interest.WRITE, patience),
                                interests("except", request.except, Interest.EXCEPT, patience))
                        .flatMap(List::stream)
                        .toList();
        List<Interest> ready =
                registry.insideAll(
                        interests.stream().map(Interest::socket).distinct().toList(),
                        patience.call(),
                        () -> new Select(libc, interests).await(patience));
        return new Selected(
                ids(ready, Interest.READ), ids(ready, Interest.WRITE), ids(ready, Interest.EXCEPT));
    }

    private List<Interest> interests(
            String field, @Nullable List<String> ids, int events, Patience patience) {
        return once(field, Objects.requireNonNullElse(ids, List.of())).stream()
                .map(id -> new Interest(registry.get(id, patience.call()), events))
                .toList();
    }

    /// Of more ids than there are sockets none is looked up; one alone is told what it is.
    private Set<String> once(String field, List<String> ids) {
        Set<String> once = new LinkedHashSet<>(ids);
        if (once.size() > 1 && once.size() > registry.known()) {
            throw new InvalidArgumentException(field, "has more ids than there are sockets");
        }
        return once;
    }

    private static List<String> ids(List<Interest> ready, int events) {
        return ready.stream()
                .filter(interest -> interest.events() == events)
                .map(interest -> interest.socket().id())
                .toList();
    }
}
