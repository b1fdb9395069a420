package org.socketconsole.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.filter.KnownSockets;
import org.socketconsole.filter.SocketFacts;
import org.socketconsole.resolve.Addresses;
import org.socketconsole.testing.Threads;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;

class TrafficFiltersTests {

    private final KnownSockets sockets = mock(KnownSockets.class);
    private final TrafficFilters filters = new TrafficFilters(sockets, mock(Addresses.class));

    @Test
    void aSocketThatNobodyRemembersIsLookedForOnce() {
        assertThat(judged("len>0")).isEmpty();
        verify(sockets, times(1)).known("s-1");
    }

    @Test
    void aSocketIsLookedForOnce() {
        when(sockets.known(any())).thenReturn(mock(SocketFacts.class));
        assertThat(judged("len>0")).hasSize(10);
        verify(sockets, times(1)).known("s-1");
    }

    @Test
    void aSearchEndsWhenItTakesTooLong() {
        Search over = new Search(Duration.ZERO);
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> over.judge(() -> true))
                .withMessageContaining("more than 10 seconds");
        Search endless = new Search(Duration.ofMillis(20));
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> endless.judge(() -> pauseUntil(endless, () -> false)));
        Search search = new Search(Search.LONGEST);
        ByteText text = new ByteText(new byte[10_000], search);
        assertThat(search.judge(() -> text.chars().sum() == 0)).isTrue();
    }

    @Test
    void whoSearchesKeepsNobodyElseFromHisTurn() throws Exception {
        Threads.assertLeaveRoom(
                isOver -> {
                    Search search = new Search(Search.LONGEST);
                    search.judge(() -> pauseUntil(search, isOver));
                });
    }

    private static boolean pauseUntil(Search search, BooleanSupplier isOver) {
        while (!isOver.getAsBoolean()) {
            search.pause();
        }
        return true;
    }

    private int[] judged(String filter) {
        Predicate<Chunk> wanted = filters.parse(filter);
        return IntStream.range(0, 10).filter(i -> wanted.test(chunk())).toArray();
    }

    private static Chunk chunk() {
        Chunk chunk = mock(Chunk.class);
        when(chunk.socketId()).thenReturn("s-1");
        when(chunk.data()).thenReturn(new byte[1]);
        return chunk;
    }
}
