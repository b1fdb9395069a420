package org.socketconsole.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// The array that `epoll_wait` fills; for the one thread that waits.
public final class EpollEvents {

    final MemorySegment memory;
    final int capacity;

    public EpollEvents(int capacity) {
        this.capacity = capacity;
        this.memory = Arena.ofAuto().allocate(Structs.EPOLL_EVENT, capacity);
    }

    public int events(int index) {
        return Structs.getInt(event(index), Structs.EPOLL_EVENT, "events");
    }

    public long data(int index) {
        return Structs.getLong(event(index), Structs.EPOLL_EVENT, "data");
    }

    private MemorySegment event(int index) {
        long size = Structs.EPOLL_EVENT.byteSize();
        return memory.asSlice(index * size, size);
    }
}
