package org.socketconsole.libc;

import static org.socketconsole.libc.Bindings.accept4;
import static org.socketconsole.libc.Bindings.bind;
import static org.socketconsole.libc.Bindings.close;
import static org.socketconsole.libc.Bindings.connect;
import static org.socketconsole.libc.Bindings.epoll_create1;
import static org.socketconsole.libc.Bindings.epoll_ctl;
import static org.socketconsole.libc.Bindings.epoll_wait;
import static org.socketconsole.libc.Bindings.eventfd;
import static org.socketconsole.libc.Bindings.fcntl;
import static org.socketconsole.libc.Bindings.getpeername;
import static org.socketconsole.libc.Bindings.getrlimit;
import static org.socketconsole.libc.Bindings.getsockname;
import static org.socketconsole.libc.Bindings.getsockopt;
import static org.socketconsole.libc.Bindings.ioctl;
import static org.socketconsole.libc.Bindings.listen;
import static org.socketconsole.libc.Bindings.poll;
import static org.socketconsole.libc.Bindings.recv;
import static org.socketconsole.libc.Bindings.recvmsg;
import static org.socketconsole.libc.Bindings.send;
import static org.socketconsole.libc.Bindings.sendmsg;
import static org.socketconsole.libc.Bindings.sendto;
import static org.socketconsole.libc.Bindings.setsockopt;
import static org.socketconsole.libc.Bindings.shutdown;
import static org.socketconsole.libc.Bindings.socket;
import static org.socketconsole.libc.Bindings.socketpair;
import static org.socketconsole.libc.Bindings.write;
import static org.socketconsole.libc.Structs.EPOLL_EVENT;
import static org.socketconsole.libc.Structs.POLLFD;
import static org.socketconsole.libc.Structs.RLIMIT;
import static org.socketconsole.libc.Structs.SOCK_FPROG;
import static org.socketconsole.libc.Structs.getLong;
import static org.socketconsole.libc.Structs.setInt;
import static org.socketconsole.libc.Structs.setLong;
import static org.socketconsole.libc.Structs.setPointer;
import static org.socketconsole.libc.Structs.setShort;
import static org.socketconsole.net.Errno.EINTR;
import static org.socketconsole.net.SocketConstants.SOL_SOCKET;
import static org.socketconsole.net.SocketConstants.SO_GET_FILTER;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// System calls of the running kernel, section 2 of the manual; section 3 is in [NativeNetdb].
///
/// Nothing here waits: descriptors are non-blocking and the callers pass `MSG_DONTWAIT`. A call
/// that waited would hold its carrier thread; `epoll_wait` is for a platform thread.
final class NativeLibc extends NativeNetdb {

    static final Libc INSTANCE = new NativeLibc();

    /// `sizeof(struct sockaddr_storage)`.
    private static final int SOCKADDR_STORAGE = 128;

    /// `sizeof(struct sock_filter)`.
    private static final int SOCK_FILTER_SIZE = 8;

    private NativeLibc() {}

    @Override
    public Accepted accept4(int sockfd, int flags) {
        return in(
                f -> {
                    NameBuffer name = new NameBuffer(f);
                    int fd =
                            (int)
                                    accept4.invokeExact(
                                            f.errno(), sockfd, name.addr, name.addrlen, flags);
                    return new Accepted((int) f.result(fd), name.read(fd));
                });
    }

    @Override
    public int bind(int sockfd, byte[] addr) {
        return call(f -> (int) bind.invokeExact(f.errno(), sockfd, f.copy(addr), addr.length));
    }

    @Override
    public int close(int fd) {
        return call(f -> (int) close.invokeExact(f.errno(), fd));
    }

    @Override
    public int connect(int sockfd, byte[] addr) {
        return call(f -> (int) connect.invokeExact(f.errno(), sockfd, f.copy(addr), addr.length));
    }

    @Override
    public int epoll_create1(int flags) {
        return call(f -> (int) epoll_create1.invokeExact(f.errno(), flags));
    }

    @Override
    public int epoll_ctl(int epfd, int op, int fd, int events, long data) {
        return call(
                f -> {
                    MemorySegment event = f.allocate(EPOLL_EVENT);
                    setInt(event, EPOLL_EVENT, "events", events);
                    setLong(event, EPOLL_EVENT, "data", data);
                    return (int) epoll_ctl.invokeExact(f.errno(), epfd, op, fd, event);
                });
    }

    @Override
    public int epoll_wait(int epfd, EpollEvents events, int timeout) {
        return call(
                f ->
                        (int)
                                epoll_wait.invokeExact(
                                        f.errno(), epfd, events.memory, events.capacity, timeout));
    }

    @Override
    public int eventfd(int initval, int flags) {
        return call(f -> (int) eventfd.invokeExact(f.errno(), initval, flags));
    }

    @Override
    public int fcntl(int fd, int cmd, int arg) {
        return call(f -> (int) fcntl.invokeExact(f.errno(), fd, cmd, arg));
    }

    @Override
    public Name getpeername(int sockfd) {
        return in(
                f -> {
                    NameBuffer name = new NameBuffer(f);
                    int result =
                            (int)
                                    getpeername.invokeExact(
                                            f.errno(), sockfd, name.addr, name.addrlen);
                    return new Name((int) f.result(result), name.read(result));
                });
    }

    @Override
    public long getrlimit(int resource) {
        return in(
                f -> {
                    MemorySegment limit = f.allocate(RLIMIT);
                    int result = (int) getrlimit.invokeExact(f.errno(), resource, limit);
                    return result == 0 ? getLong(limit, RLIMIT, "rlim_cur") : f.result(result);
                });
    }

    @Override
    public Name getsockname(int sockfd) {
        return in(
                f -> {
                    NameBuffer name = new NameBuffer(f);
                    int result =
                            (int)
                                    getsockname.invokeExact(
                                            f.errno(), sockfd, name.addr, name.addrlen);
                    return new Name((int) f.result(result), name.read(result));
                });
    }

    @Override
    public int getsockopt(int sockfd, int level, int optname, byte[] optval) {
        boolean isFilter = level == SOL_SOCKET && optname == SO_GET_FILTER;
        int unit = isFilter ? SOCK_FILTER_SIZE : 1;
        return call(
                f -> {
                    MemorySegment length = f.integer(optval.length / unit);
                    MemorySegment value = f.copy(optval);
                    int result =
                            (int)
                                    getsockopt.invokeExact(
                                            f.errno(), sockfd, level, optname, value, length);
                    MemorySegment.copy(value, JAVA_BYTE, 0, optval, 0, optval.length);
                    return result == 0 ? length.get(JAVA_INT, 0) * unit : result;
                });
    }

    @Override
    public int ioctl(int fd, long request) {
        return call(
                f -> {
                    MemorySegment value = f.integer(0);
                    int result = (int) ioctl.invokeExact(f.errno(), fd, request, value);
                    return result == 0 ? value.get(JAVA_INT, 0) : result;
                });
    }

    @Override
    public int listen(int sockfd, int backlog) {
        return call(f -> (int) listen.invokeExact(f.errno(), sockfd, backlog));
    }

    @Override
    public int poll(int[] fds, int[] events, int[] revents) {
        int ready;
        do {
            ready = pollOnce(fds, events, revents);
        } while (ready == -EINTR);
        return ready;
    }

    private int pollOnce(int[] fds, int[] events, int[] revents) {
        return call(
                f -> {
                    MemorySegment array = f.allocate(POLLFD, fds.length);
                    for (int i = 0; i < fds.length; i++) {
                        array.setAtIndex(JAVA_INT, 2L * i, fds[i]);
                        array.setAtIndex(JAVA_INT, 2L * i + 1, events[i] & 0xffff);
                    }
                    int ready = (int) poll.invokeExact(f.errno(), array, (long) fds.length, 0);
                    for (int i = 0; i < fds.length; i++) {
                        revents[i] = array.get(ValueLayout.JAVA_SHORT, 8L * i + 6);
                    }
                    return ready;
                });
    }

    @Override
    public int recv(int sockfd, int len, int flags) {
        return call(
                f ->
                        (int)
                                (long)
                                        recv.invokeExact(
                                                f.errno(),
                                                sockfd,
                                                MemorySegment.NULL,
                                                (long) len,
                                                flags));
    }

    @Override
    public Received recvmsg(int sockfd, int len, int controllen, int flags) {
        return in(
                f -> {
                    MemorySegment name = f.allocate(SOCKADDR_STORAGE, 8);
                    MemorySegment buf = f.room(len);
                    // SO_PASSSEC is cut where there is no pointer, not where there is no room.
                    MemorySegment control =
                            controllen == 0 ? MemorySegment.NULL : f.allocate(controllen, 8);
                    Message msg = new Message(f, name, List.of(buf), control);
                    long size = (long) recvmsg.invokeExact(f.errno(), sockfd, msg.header, flags);
                    return size < 0
                            ? failed((int) f.result(size))
                            : new Received(
                                    (int) size,
                                    f.filled(buf, size),
                                    msg.name(),
                                    msg.control(),
                                    msg.flags());
                });
    }

    @Override
    public long send(int sockfd, Octets buf, int flags) {
        return in(
                f ->
                        f.result(
                                (long)
                                        send.invokeExact(
                                                f.errno(),
                                                sockfd,
                                                f.bytes(buf),
                                                (long) buf.size(),
                                                flags)));
    }

    @Override
    public long sendmsg(
            int sockfd,
            List<byte[]> iov,
            List<ControlMessage> control,
            byte @Nullable [] addr,
            int flags) {
        return in(
                f -> {
                    MemorySegment name = addr == null ? MemorySegment.NULL : f.copy(addr);
                    List<MemorySegment> buffers = iov.stream().map(f::copy).toList();
                    MemorySegment ancillary = f.copy(ControlMessage.encode(control));
                    Message msg = new Message(f, name, buffers, ancillary);
                    return f.result(
                            (long) sendmsg.invokeExact(f.errno(), sockfd, msg.header, flags));
                });
    }

    @Override
    public long sendto(int sockfd, byte[] buf, int flags, byte[] addr) {
        return in(
                f ->
                        f.result(
                                (long)
                                        sendto.invokeExact(
                                                f.errno(),
                                                sockfd,
                                                f.copy(buf),
                                                (long) buf.length,
                                                flags,
                                                f.copy(addr),
                                                addr.length)));
    }

    @Override
    public int setsockopt(
            int sockfd, int level, int optname, byte @Nullable [] optval, int optlen) {
        return call(
                f -> {
                    MemorySegment value = optval == null ? MemorySegment.NULL : f.copy(optval);
                    return (int)
                            setsockopt.invokeExact(
                                    f.errno(), sockfd, level, optname, value, optlen);
                });
    }

    @Override
    public int setsockopt(int sockfd, int level, int optname, SockFprog program) {
        byte[] filter = program.filter();
        return call(
                f -> {
                    MemorySegment fprog = f.allocate(SOCK_FPROG);
                    setShort(fprog, SOCK_FPROG, "len", filter.length / SOCK_FILTER_SIZE);
                    setPointer(fprog, SOCK_FPROG, "filter", f.copy(filter));
                    return (int)
                            setsockopt.invokeExact(
                                    f.errno(),
                                    sockfd,
                                    level,
                                    optname,
                                    fprog,
                                    (int) SOCK_FPROG.byteSize());
                });
    }

    @Override
    public int shutdown(int sockfd, int how) {
        return call(f -> (int) shutdown.invokeExact(f.errno(), sockfd, how));
    }

    @Override
    public int socket(int domain, int type, int protocol) {
        return call(f -> (int) socket.invokeExact(f.errno(), domain, type, protocol));
    }

    @Override
    public int socketpair(int domain, int type, int protocol, int[] sv) {
        return call(
                f -> {
                    MemorySegment pair = f.allocate(JAVA_INT, 2);
                    int result =
                            (int) socketpair.invokeExact(f.errno(), domain, type, protocol, pair);
                    MemorySegment.copy(pair, JAVA_INT, 0, sv, 0, 2);
                    return result;
                });
    }

    @Override
    public long write(int eventfd) {
        return in(
                f ->
                        f.result(
                                (long)
                                        write.invokeExact(
                                                f.errno(),
                                                eventfd,
                                                f.allocateFrom(JAVA_LONG, 1),
                                                (long) Long.BYTES)));
    }

    private static Received failed(int result) {
        return new Received(result, Frame.EMPTY, Frame.EMPTY, List.of(), 0);
    }

    /// Where a call puts an address and its length.
    private static final class NameBuffer {
        final MemorySegment addr;
        final MemorySegment addrlen;

        NameBuffer(Frame frame) {
            addr = frame.allocate(SOCKADDR_STORAGE, 8);
            addrlen = frame.integer(SOCKADDR_STORAGE);
        }

        byte[] read(long result) {
            int length = result < 0 ? 0 : Math.min(addrlen.get(JAVA_INT, 0), SOCKADDR_STORAGE);
            return Frame.bytes(addr, 0, length);
        }
    }
}
