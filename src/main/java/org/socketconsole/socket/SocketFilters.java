package org.socketconsole.socket;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.dispatch.OperationView;
import org.socketconsole.dispatch.Operations;
import org.socketconsole.filter.Filter;
import org.socketconsole.filter.FilterException;
import org.socketconsole.filter.Language;
import org.socketconsole.filter.SocketFacts;
import org.socketconsole.filter.SocketFacts.WaitingCall;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Filters of sockets.
@Component
public class SocketFilters {

    private final Operations operations;

    SocketFilters(Operations operations) {
        this.operations = operations;
    }

    /// What is no filter is an invalid argument, `filter`, whose message says where.
    public Filter<SocketFacts> parse(String expression) {
        try {
            return Language.SOCKETS.parse(expression);
        } catch (FilterException wrong) {
            throw new InvalidArgumentException("filter", wrong.asArgument());
        }
    }

    /// For one look at many sockets: it sees the calls that wait when it first asks for them.
    public Predicate<SocketView> now(Filter<SocketFacts> filter) {
        Moment moment = new Moment();
        return socket -> filter.matches(facts(socket, moment));
    }

    /// A socket as it is now.
    public SocketFacts facts(SocketView socket) {
        return facts(socket, new Moment());
    }

    private SocketFacts facts(SocketView socket, Moment moment) {
        return new ViewFacts(socket, moment::waitingOn);
    }

    private static WaitingCall waiting(OperationView operation) {
        return new WaitingCall(
                operation.call(), Duration.between(operation.startedAt(), Instant.now()));
    }

    /// The calls that wait, found once.
    private final class Moment {

        private @Nullable Map<String, List<WaitingCall>> waiting;

        List<WaitingCall> waitingOn(String id) {
            if (waiting == null) {
                waiting = waiting();
            }
            return waiting.getOrDefault(id, List.of());
        }

        private Map<String, List<WaitingCall>> waiting() {
            return operations.waiting().stream()
                    .filter(operation -> operation.socketId() != null)
                    .collect(
                            Collectors.groupingBy(
                                    operation -> Objects.requireNonNull(operation.socketId()),
                                    Collectors.mapping(
                                            SocketFilters::waiting, Collectors.toList())));
        }
    }
}
