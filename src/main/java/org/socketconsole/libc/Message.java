package org.socketconsole.libc;

import static org.socketconsole.libc.Structs.IOVEC;
import static org.socketconsole.libc.Structs.MSGHDR;
import static org.socketconsole.libc.Structs.offset;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// A `struct msghdr` in a frame. Each receive has one, so the places of its fields are looked up
/// once: that took longer than the call.
final class Message {

    private static final long NAME = offset(MSGHDR, "msg_name");
    private static final long NAMELEN = offset(MSGHDR, "msg_namelen");
    private static final long IOV = offset(MSGHDR, "msg_iov");
    private static final long IOVLEN = offset(MSGHDR, "msg_iovlen");
    private static final long CONTROL = offset(MSGHDR, "msg_control");
    private static final long CONTROLLEN = offset(MSGHDR, "msg_controllen");
    private static final long FLAGS = offset(MSGHDR, "msg_flags");
    private static final long BASE = offset(IOVEC, "iov_base");
    private static final long LEN = offset(IOVEC, "iov_len");
    private static final long VECTOR = IOVEC.byteSize();

    final MemorySegment header;
    private final MemorySegment name;
    private final MemorySegment control;

    Message(Frame frame, MemorySegment name, List<MemorySegment> buffers, MemorySegment control) {
        this.name = name;
        this.control = control;
        header = frame.allocate(MSGHDR.byteSize(), 8);
        header.set(ADDRESS, NAME, name);
        header.set(JAVA_INT, NAMELEN, (int) name.byteSize());
        header.set(ADDRESS, IOV, vector(frame, buffers));
        header.set(JAVA_LONG, IOVLEN, buffers.size());
        header.set(ADDRESS, CONTROL, control);
        header.set(JAVA_LONG, CONTROLLEN, control.byteSize());
        header.set(JAVA_INT, FLAGS, 0);
    }

    byte[] name() {
        return Frame.bytes(name, 0, Math.min(header.get(JAVA_INT, NAMELEN), name.byteSize()));
    }

    List<ControlMessage> control() {
        long length = header.get(JAVA_LONG, CONTROLLEN);
        return length == 0 ? List.of() : ControlMessage.decode(Frame.bytes(control, 0, length));
    }

    int flags() {
        return header.get(JAVA_INT, FLAGS);
    }

    private static MemorySegment vector(Frame frame, List<MemorySegment> buffers) {
        MemorySegment vector = frame.allocate(VECTOR * buffers.size(), 8);
        for (int i = 0; i < buffers.size(); i++) {
            vector.set(ADDRESS, VECTOR * i + BASE, buffers.get(i));
            vector.set(JAVA_LONG, VECTOR * i + LEN, buffers.get(i).byteSize());
        }
        return vector;
    }
}
