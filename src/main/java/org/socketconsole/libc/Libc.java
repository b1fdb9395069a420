package org.socketconsole.libc;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The functions of the C library that the console stands on, under their C names and with the C
/// order of arguments; a pointer and a length are one array.
///
/// A number below zero is `-errno`. The `addr` of a call is the exact `struct sockaddr` that the
/// kernel gets, see [Sockaddr]. It is an interface so that a scripted kernel can take its place.
public interface Libc {

    int F_DUPFD_CLOEXEC = 1030;
    int F_GETFL = 3;
    int F_SETFL = 4;
    int O_NONBLOCK = 0x800;
    int RLIMIT_NOFILE = 7;
    long FIONREAD = 0x541B;
    int POLLIN = 0x001;
    int POLLPRI = 0x002;
    int POLLOUT = 0x004;
    int POLLERR = 0x008;
    int POLLHUP = 0x010;
    int EPOLLRDHUP = 0x2000;
    int EPOLLET = 1 << 31;
    int EPOLL_CTL_ADD = 1;
    int EPOLL_CTL_DEL = 2;
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
    /// kernel gave none), control messages and flags. `size` can be more than the bytes, see
    /// `MSG_TRUNC`.
    record Received(
            int size, byte[] data, byte[] addr, List<ControlMessage> control, int msgFlags) {}

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

    /// One network interface.
    record Interface(int index, String name) {}

    Accepted accept4(int sockfd, int flags);

    int bind(int sockfd, byte[] addr);

    int close(int fd);

    int connect(int sockfd, byte[] addr);

    int epoll_create1(int flags);

    int epoll_ctl(int epfd, int op, int fd, int events, long data);

    int epoll_wait(int epfd, EpollEvents events, int timeout);

    int eventfd(int initval, int flags);

    int fcntl(int fd, int cmd, int arg);

    Name getpeername(int sockfd);

    /// The soft limit.
    long getrlimit(int resource);

    Name getsockname(int sockfd);

    /// Answers the length that the kernel filled of `optval`.
    int getsockopt(int sockfd, int level, int optname, byte[] optval);

    /// The `int` that the kernel stores at the request's pointer, or `-errno`.
    int ioctl(int fd, long request);

    int listen(int sockfd, int backlog);

    /// Answers, per descriptor, what is ready of what was asked; `timeout` in milliseconds.
    int poll(int[] fds, int[] events, int[] revents, int timeout);

    Received recv(int sockfd, int len, int flags);

    Received recvfrom(int sockfd, int len, int flags);

    Received recvmsg(int sockfd, int len, int controllen, int flags);

    long send(int sockfd, byte[] buf, int offset, int len, int flags);

    long sendmsg(
            int sockfd,
            List<byte[]> iov,
            List<ControlMessage> control,
            byte @Nullable [] addr,
            int flags);

    long sendto(int sockfd, byte[] buf, int flags, byte[] addr);

    /// A null `optval` is the NULL pointer, of the length `optlen`.
    int setsockopt(int sockfd, int level, int optname, byte @Nullable [] optval, int optlen);

    int shutdown(int sockfd, int how);

    int socket(int domain, int type, int protocol);

    int socketpair(int domain, int type, int protocol, int[] sv);

    /// Adds 1 to an eventfd.
    long write(int eventfd);

    String gai_strerror(int errcode);

    AddrInfos getaddrinfo(
            @Nullable String node,
            @Nullable String service,
            int flags,
            int family,
            int socktype,
            int protocol);

    HostEnt gethostbyaddr_r(byte[] addr, int type);

    HostEnt gethostbyname_r(String name);

    String gethostname();

    NameInfo getnameinfo(byte[] addr, int flags);

    /// The protocol's number, or -1 for an unknown name.
    int getprotobyname_r(String name);

    /// The port in host byte order, or -1 for an unknown service.
    int getservbyname_r(String name, @Nullable String proto);

    /// The name, or null for an unknown service; `port` in host byte order.
    @Nullable String getservbyport_r(int port, @Nullable String proto);

    String hstrerror(int err);

    /// The interface's name, or null for an unknown index.
    @Nullable String if_indextoname(int ifindex);

    List<Interface> if_nameindex();

    /// The index, or 0 for an unknown name.
    int if_nametoindex(String ifname);

    /// The four bytes, or null for a malformed string.
    byte @Nullable [] inet_aton(String cp);

    /// The text of an address of 4 or 16 bytes.
    String inet_ntop(int af, byte[] src);

    /// The bytes; empty for a malformed string, null for a family that has no text form.
    byte @Nullable [] inet_pton(int af, String src);
}
