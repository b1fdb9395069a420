package org.socketconsole.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.socketconsole.libc.ScriptedLibc;
import org.socketconsole.net.Errno;
import org.socketconsole.net.SyscallException;

import java.util.ArrayList;
import java.util.List;

class DescriptorReserveTests {

    private final List<Object> closed = new ArrayList<>();

    @Test
    void aDescriptorBelowTheReserveIsPassedOn() {
        assertThat(reserve(20_000).admit("socket", 17_999)).isEqualTo(17_999);
    }

    @Test
    void aDescriptorOutOfTheReserveIsClosedAndAnsweredAsEmfile() {
        assertThatThrownBy(() -> reserve(20_000).admit("socket", 18_000))
                .isInstanceOfSatisfying(
                        SyscallException.class,
                        e -> assertThat(e.number()).isEqualTo(Errno.EMFILE));
        assertThat(closed).containsExactly(18_000);
    }

    @Test
    void aQuarterOfASmallLimitIsKeptBack() {
        assertThat(reserve(1024).hasRoomFor(767)).isTrue();
        assertThat(reserve(1024).hasRoomFor(768)).isFalse();
    }

    @Test
    void acceptIsNotTriedWithoutRoomForWhatItWouldTake() {
        assertThatThrownBy(() -> reserve(1024).requireRoom("accept", 900))
                .isInstanceOf(SyscallException.class);
    }

    private DescriptorReserve reserve(long limit) {
        return new DescriptorReserve(
                new ScriptedLibc()
                        .answer("getrlimit", arguments -> limit)
                        .answer("fcntl", arguments -> arguments[0])
                        .answer(
                                "close",
                                arguments -> {
                                    closed.add(arguments[0]);
                                    return 0;
                                })
                        .build());
    }
}
