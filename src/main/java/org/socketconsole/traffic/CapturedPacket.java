package org.socketconsole.traffic;

import org.jspecify.annotations.Nullable;
import org.socketconsole.traffic.Chunk.Direction;

import java.time.Instant;

/// A packet as a capture has it.
///
/// @param link a LINKTYPE_ value of the registry of pcap's link types
/// @param bytes those that were captured
/// @param size how many it had
/// @param direction null where the capture does not say
public record CapturedPacket(
        int link,
        Instant time,
        @Nullable Direction direction,
        byte[] bytes,
        int size,
        @Nullable String comment) {}
