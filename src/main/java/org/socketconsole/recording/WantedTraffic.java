package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.filter.KnownSockets;
import org.socketconsole.traffic.TrafficFilters;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;

/// Makes what a client wants recorded of its words.
@Component
class WantedTraffic {

    private final KnownSockets sockets;
    private final TrafficFilters filters;

    WantedTraffic(KnownSockets sockets, TrafficFilters filters) {
        this.sockets = sockets;
        this.filters = filters;
    }

    Wanted of(@Nullable List<String> ids, @Nullable String filter) {
        return new Wanted(
                ids == null ? Set.of() : known(ids),
                filter == null || filter.isBlank() ? null : filters.standing(filter));
    }

    /// An empty list would read as one of all.
    private Set<String> known(List<String> ids) {
        if (ids.isEmpty()) {
            throw new InvalidArgumentException("sockets", "names none; leave it out for all");
        }
        for (String id : ids) {
            if (sockets.known(id) == null) {
                throw new InvalidArgumentException("sockets", "names `" + id + "`, which is none");
            }
        }
        return Set.copyOf(ids);
    }
}
