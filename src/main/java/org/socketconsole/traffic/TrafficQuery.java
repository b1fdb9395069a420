package org.socketconsole.traffic;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.InvalidArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What of some traffic is asked for.
public record TrafficQuery(
        @Schema(description = "Only chunks after the one with this number") @Min(0)
                @Nullable Long after,
        @Schema(description = "At most so many; 1,000 where absent") @Min(0) @Max(MOST)
                @Nullable Integer limit,
        @Schema(allowableValues = {"sent", "received"}) @Nullable String direction,
        @Schema(
                        description =
                                "Only those of this socket, or of several with commas between",
                        example = "s-1")
                @Nullable String socket,
        @Schema(description = "Only those of this time or later") @Nullable Instant from,
        @Schema(description = "Only those of this time or earlier") @Nullable Instant to,
        @Schema(
                        description = "In the filter language, see docs/filter.md",
                        example = "dir:in len>1000")
                @Nullable String filter) {

    private static final String NO_SOCKET = "";
    private static final int USUAL = 1000;
    private static final int MOST = 10_000;

    /// The same of one socket alone: nothing where others are asked for.
    public TrafficQuery of(String socketId) {
        String own = socket == null || sockets().contains(socketId) ? socketId : NO_SOCKET;
        return new TrafficQuery(after, limit, direction, own, from, to, filter);
    }

    /// The number of the chunk before the first.
    public long start() {
        return Objects.requireNonNullElse(after, 0L);
    }

    /// How many chunks a page of the list has at most.
    int ofPage() {
        return Objects.requireNonNullElse(limit, USUAL);
    }

    /// How many a capture has at most.
    long ofCapture() {
        return limit == null ? Long.MAX_VALUE : limit;
    }

    /// Those that it names; none are all.
    public Set<String> sockets() {
        return socket == null
                ? Set.of()
                : Arrays.stream(socket.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    /// Without the filter.
    Predicate<Chunk> chosen() {
        return ofSockets().and(isGoing()).and(this::isWithin);
    }

    Predicate<Chunk> ofSockets() {
        Set<String> sockets = sockets();
        return chunk -> sockets.isEmpty() || sockets.contains(chunk.socketId());
    }

    private boolean isWithin(Chunk chunk) {
        return (from == null || !chunk.time().isBefore(from))
                && (to == null || !chunk.time().isAfter(to));
    }

    private Predicate<Chunk> isGoing() {
        return switch (direction) {
            case null -> chunk -> true;
            case "sent", "received" -> chunk -> chunk.direction().text().equals(direction);
            default ->
                    throw new InvalidArgumentException(
                            "direction", "is `sent` or `received`, not `" + direction + "`");
        };
    }
}
