package org.socketconsole.libc;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The functions of the C library that the console stands on, under their C names and with the C
/// order of arguments; a pointer and a length are one array.
///
/// A number below zero is `-errno`. The `addr` of a call is the exact `struct sockaddr` that the
/// kernel gets, see [Sockaddr]. A string ends at its first NUL, as C has it: callers refuse one
/// that has a NUL in it. It is an interface so that a scripted kernel can take its place.
public interface Libc {

    int F_DUPFD_CLOEXEC = 1030;
    int F_GETFL = 3;
    int F_SETFL = 4;
    int O_NONBLOCK = 0x800;
    int RLIMIT_NOFILE = 7;
    long FIONREAD = 0x541B;
    long SIOCOUTQ = 0x5411;
    long SIOCATMARK = 0x8905;
    long SIOCOUTQNSD = 0x894B;
    int POLLIN = 0x001;
    int POLLPRI = 0x002;
    int POLLOUT = 0x004;
    int POLLERR = 0x008;
    int POLLHUP = 0x010;
    int EPOLLRDHUP = 0x2000;
    int EPOLLET = 1 << 31;
    int EPOLL_CTL_ADD = 1;
    int EPOLL_CTL_DEL = 2;
    int EPOLL_CTL_MOD = 3;
    int EPOLL_CLOEXEC = 0x80000;
    int EFD_CLOEXEC = 0x80000;
    int EFD_NONBLOCK = 0x800;

    /// The functions of this process.
    static Libc host() {
        return NativeLibc.INSTANCE;
    }

    /// What `accept4` gave: the descriptor or `-errno`, and the peer's address.
    record Accepted(int fd, byte[] addr) {}

    /// An address or, in `result`, `-errno`.
    record Name(int result, byte[] addr) {}

    /// What a receive gave: the count or `-errno`, the bytes, the sender's address (empty where the
    /// kernel gave none), control messages and flags. With `MSG_TRUNC` the count of a message is
    /// its length, also where there was less room.
    record Received(
            int size, Octets octets, byte[] addr, List<ControlMessage> control, int msgFlags) {

        public Received(
                int size, byte[] data, byte[] addr, List<ControlMessage> control, int msgFlags) {
            this(size, Octets.of(data), addr, control, msgFlags);
        }

        public byte[] data() {
            return octets.array();
        }

        /// With its bytes in an array, and holding no block any more.
        public Received inArray() {
            if (octets instanceof Octets.InArray) {
                return this;
            }
            Received copy = new Received(size, data(), addr, control, msgFlags);
            octets.release();
            return copy;
        }

        public Received withFlags(int flags) {
            return new Received(size, octets, addr, control, flags);
        }
    }

    /// One `struct addrinfo`.
    record AddrInfo(
            int flags,
            int family,
            int socktype,
            int protocol,
            byte[] addr,
            @Nullable String canonname) {}

    /// What `getaddrinfo` gave: 0 or an `EAI_` code; `errno` tells more of `EAI_SYSTEM`.
    record AddrInfos(int status, int errno, List<AddrInfo> items) {}

    /// What `getnameinfo` gave: 0 or an `EAI_` code.
    record NameInfo(int status, int errno, String host, String service) {}

    /// What a `gethostby…_r` gave: 0 or an `h_errno`, the names, the addresses in network order.
    record HostEnt(int hErrno, String name, List<String> aliases, List<byte[]> addresses) {}

    /// `struct sock_fprog`: the instructions of a classic BPF program, 8 bytes each. Its pointer is
    /// made where the struct is.
    record SockFprog(byte[] filter) {}

    /// One network interface.
    record Interface(int index, String name) {}

    /// accept4(2): unlike elsewhere, nothing of the listener's flags goes over to the new
    /// descriptor; errors that were pending on the connection come out of it too.
    Accepted accept4(int sockfd, int flags);

    /// bind(2).
    int bind(int sockfd, byte[] addr);

    /// close(2): the descriptor is gone whatever the answer is, also for `-EINTR`; with `SO_LINGER`
    /// it waits, although the descriptor does not block.
    int close(int fd);

    /// connect(2): `-EINPROGRESS` on a descriptor that does not block; the family `AF_UNSPEC`
    /// undoes it.
    int connect(int sockfd, byte[] addr);

    /// epoll_create1(2).
    int epoll_create1(int flags);

    /// epoll_ctl(2): `data` is what [#epoll_wait] gives back. A closed descriptor leaves the set by
    /// itself, unless another descriptor is open to the same socket.
    int epoll_ctl(int epfd, int op, int fd, int events, long data);

    /// epoll_wait(2): waits, so for a platform thread; `timeout` in milliseconds, -1 for ever.
    int epoll_wait(int epfd, EpollEvents events, int timeout);

    /// eventfd(2).
    int eventfd(int initval, int flags);

    /// fcntl(2): `F_SETFL` changes all descriptors of the open file, another process's too.
    int fcntl(int fd, int cmd, int arg);

    /// getpeername(2).
    Name getpeername(int sockfd);

    /// getrlimit(2): the soft limit.
    long getrlimit(int resource);

    /// getsockname(2): of a socket that nothing has bound, an address of zeros and no error.
    Name getsockname(int sockfd);

    /// getsockopt(2): answers the length in bytes that the kernel filled of `optval`, whose bytes
    /// it may read first. It can be longer than `optval`. `SO_GET_FILTER`, which counts
    /// instructions of 8 bytes in the kernel, counts bytes here.
    int getsockopt(int sockfd, int level, int optname, byte[] optval);

    /// ioctl(2), one that stores an `int` at its pointer: that number, or `-errno`. Any other
    /// request would read or write where nothing is.
    int ioctl(int fd, long request);

    /// listen(2): a backlog above `net.core.somaxconn` is cut to it without a word.
    int listen(int sockfd, int backlog);

    /// poll(2) without a time-out: answers, per descriptor, what is ready of what was asked.
    /// `POLLERR` and `POLLHUP` come unasked. It is `EINTR` after a signal though nothing is waited
    /// for, as those are by which the JVM samples its threads: then it is made again.
    int poll(int[] fds, int[] events, int[] revents);

    /// recv(2) into no buffer, to discard bytes of a TCP stream by `MSG_TRUNC`, see tcp(7). Where
    /// the kernel would write, it is `EFAULT`.
    int recv(int sockfd, int len, int flags);

    /// recvmsg(2), for all that receives into a buffer: descriptors that come in a control message
    /// are open in this process at once, of `SCM_RIGHTS` and `SCM_PIDFD`; whoever calls owns them.
    /// `controllen` counts headers and padding. `MSG_TRUNC` is for messages: a stream that discards
    /// by it counts bytes that it does not write, and those of an earlier call would come out of
    /// the pooled buffer. A connected stream gives no address.
    Received recvmsg(int sockfd, int len, int controllen, int flags);

    /// send(2): without `MSG_NOSIGNAL` a broken pipe would end the process by `SIGPIPE`.
    long send(int sockfd, Octets buf, int flags);

    /// sendmsg(2).
    long sendmsg(
            int sockfd,
            List<byte[]> iov,
            List<ControlMessage> control,
            byte @Nullable [] addr,
            int flags);

    /// sendto(2).
    long sendto(int sockfd, byte[] buf, int flags, byte[] addr);

    /// setsockopt(2): a null `optval` is the NULL pointer, of the length `optlen`. The bytes of
    /// some options are addresses, which the kernel follows.
    int setsockopt(int sockfd, int level, int optname, byte @Nullable [] optval, int optlen);

    /// setsockopt(2) of an option that takes a filter, see socket(7), `SO_ATTACH_FILTER`.
    int setsockopt(int sockfd, int level, int optname, SockFprog program);

    /// shutdown(2).
    int shutdown(int sockfd, int how);

    /// socket(2).
    int socket(int domain, int type, int protocol);

    /// socketpair(2): both descriptors in `sv`, which is left alone by a failure.
    int socketpair(int domain, int type, int protocol, int[] sv);

    /// write(2) of an eventfd, see eventfd(2): adds 1 to it.
    long write(int eventfd);

    /// gai_strerror(3).
    String gai_strerror(int errcode);

    /// getaddrinfo(3): can block for as long as the name service takes. The number of a service may
    /// be any; it is cut to 16 bits without a word.
    AddrInfos getaddrinfo(
            @Nullable String node,
            @Nullable String service,
            int flags,
            int family,
            int socktype,
            int protocol);

    /// gethostbyaddr_r(3): can block; its errors are `h_errno`'s.
    HostEnt gethostbyaddr_r(byte[] addr, int type);

    /// gethostbyname_r(3): can block, and knows IPv4 alone; its errors are `h_errno`'s.
    HostEnt gethostbyname_r(String name);

    /// gethostname(2).
    String gethostname();

    /// getnameinfo(3): can block; a host without a name is its number, unless `NI_NAMEREQD`.
    NameInfo getnameinfo(byte[] addr, int flags);

    /// getprotobyname_r(3): the protocol's number, or -1 for an unknown name.
    int getprotobyname_r(String name);

    /// getservbyname_r(3): the port in host byte order, or -1 for an unknown service.
    int getservbyname_r(String name, @Nullable String proto);

    /// getservbyport_r(3): the name, or null for an unknown service; `port` in host byte order.
    @Nullable String getservbyport_r(int port, @Nullable String proto);

    /// herror(3).
    String hstrerror(int err);

    /// if_indextoname(3): the interface's name, or null for an unknown index.
    @Nullable String if_indextoname(int ifindex);

    /// if_nameindex(3).
    List<Interface> if_nameindex();

    /// if_nametoindex(3): the index, or 0 for an unknown name.
    int if_nametoindex(String ifname);

    /// inet_aton(3): the four bytes, or null for a malformed string. Takes `127.1`, octal and
    /// hexadecimal numbers, and whatever follows a blank.
    byte @Nullable [] inet_aton(String cp);

    /// inet_ntop(3): the text of an address of 4 or 16 bytes.
    String inet_ntop(int af, byte[] src);

    /// inet_pton(3): the bytes; empty for a malformed string, null for a family that has no text
    /// form. It knows no zone, as in `fe80::1%lo`.
    byte @Nullable [] inet_pton(int af, String src);
}
