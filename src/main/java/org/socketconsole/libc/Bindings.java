package org.socketconsole.libc;

import static org.socketconsole.libc.Downcalls.function;
import static org.socketconsole.libc.Downcalls.variadic;

import static java.lang.foreign.FunctionDescriptor.of;
import static java.lang.foreign.FunctionDescriptor.ofVoid;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/// The functions of the C library, each under its prototype, by manual page section and name.
///
/// To be read against the headers with a finger. Each handle takes the segment that errno is
/// captured in before the arguments of the prototype. `size_t` and `ssize_t` are 64 bits,
/// `socklen_t` is 32.
final class Bindings {

    private Bindings() {}

    // --- section 2: system calls ---------------------------------------------------------------

    // int accept4(int sockfd, struct sockaddr *addr, socklen_t *addrlen, int flags);
    static final MethodHandle accept4 =
            function("accept4", of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));

    // int bind(int sockfd, const struct sockaddr *addr, socklen_t addrlen);
    static final MethodHandle bind = function("bind", of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));

    // int close(int fd);
    static final MethodHandle close = function("close", of(JAVA_INT, JAVA_INT));

    // int connect(int sockfd, const struct sockaddr *addr, socklen_t addrlen);
    static final MethodHandle connect =
            function("connect", of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));

    // int epoll_create1(int flags);
    static final MethodHandle epoll_create1 = function("epoll_create1", of(JAVA_INT, JAVA_INT));

    // int epoll_ctl(int epfd, int op, int fd, struct epoll_event *event);
    static final MethodHandle epoll_ctl =
            function("epoll_ctl", of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));

    // int epoll_wait(int epfd, struct epoll_event *events, int maxevents, int timeout);
    static final MethodHandle epoll_wait =
            function("epoll_wait", of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));

    // int eventfd(unsigned int initval, int flags);
    static final MethodHandle eventfd = function("eventfd", of(JAVA_INT, JAVA_INT, JAVA_INT));

    // int fcntl(int fd, int cmd, ... /* int arg */);
    static final MethodHandle fcntl =
            variadic("fcntl", 2, of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));

    // int getpeername(int sockfd, struct sockaddr *addr, socklen_t *addrlen);
    static final MethodHandle getpeername =
            function("getpeername", of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));

    // int getrlimit(int resource, struct rlimit *rlim);
    static final MethodHandle getrlimit = function("getrlimit", of(JAVA_INT, JAVA_INT, ADDRESS));

    // int getsockname(int sockfd, struct sockaddr *addr, socklen_t *addrlen);
    static final MethodHandle getsockname =
            function("getsockname", of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));

    // int getsockopt(int sockfd, int level, int optname, void *optval, socklen_t *optlen);
    static final MethodHandle getsockopt =
            function("getsockopt", of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));

    // int ioctl(int fd, unsigned long request, ... /* int *value */);
    static final MethodHandle ioctl =
            variadic("ioctl", 2, of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));

    // int listen(int sockfd, int backlog);
    static final MethodHandle listen = function("listen", of(JAVA_INT, JAVA_INT, JAVA_INT));

    // int poll(struct pollfd *fds, nfds_t nfds, int timeout);
    static final MethodHandle poll = function("poll", of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));

    // ssize_t recv(int sockfd, void *buf, size_t len, int flags);
    static final MethodHandle recv =
            function("recv", of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));

    // ssize_t recvmsg(int sockfd, struct msghdr *msg, int flags);
    static final MethodHandle recvmsg =
            function("recvmsg", of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));

    // ssize_t send(int sockfd, const void *buf, size_t len, int flags);
    static final MethodHandle send =
            function("send", of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));

    // ssize_t sendmsg(int sockfd, const struct msghdr *msg, int flags);
    static final MethodHandle sendmsg =
            function("sendmsg", of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));

    // ssize_t sendto(int sockfd, const void *buf, size_t len, int flags,
    //                const struct sockaddr *dest_addr, socklen_t addrlen);
    static final MethodHandle sendto =
            function(
                    "sendto",
                    of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));

    // int setsockopt(int sockfd, int level, int optname, const void *optval, socklen_t optlen);
    static final MethodHandle setsockopt =
            function("setsockopt", of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));

    // int shutdown(int sockfd, int how);
    static final MethodHandle shutdown = function("shutdown", of(JAVA_INT, JAVA_INT, JAVA_INT));

    // int socket(int domain, int type, int protocol);
    static final MethodHandle socket =
            function("socket", of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));

    // int socketpair(int domain, int type, int protocol, int sv[2]);
    static final MethodHandle socketpair =
            function("socketpair", of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));

    // ssize_t write(int fd, const void *buf, size_t count);
    static final MethodHandle write =
            function("write", of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));

    // --- section 3: library functions ----------------------------------------------------------

    // void freeaddrinfo(struct addrinfo *res);
    static final MethodHandle freeaddrinfo = function("freeaddrinfo", ofVoid(ADDRESS));

    // const char *gai_strerror(int errcode);
    static final MethodHandle gai_strerror = function("gai_strerror", of(ADDRESS, JAVA_INT));

    // int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints,
    //                 struct addrinfo **res);
    static final MethodHandle getaddrinfo =
            function("getaddrinfo", of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS));

    // int gethostbyaddr_r(const void *addr, socklen_t len, int type, struct hostent *ret,
    //                     char *buf, size_t buflen, struct hostent **result, int *h_errnop);
    static final MethodHandle gethostbyaddr_r =
            function(
                    "gethostbyaddr_r",
                    of(
                            JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG,
                            ADDRESS, ADDRESS));

    // int gethostbyname_r(const char *name, struct hostent *ret, char *buf, size_t buflen,
    //                     struct hostent **result, int *h_errnop);
    static final MethodHandle gethostbyname_r =
            function(
                    "gethostbyname_r",
                    of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));

    // int gethostname(char *name, size_t len);
    static final MethodHandle gethostname =
            function("gethostname", of(JAVA_INT, ADDRESS, JAVA_LONG));

    // int getnameinfo(const struct sockaddr *addr, socklen_t addrlen, char *host,
    //                 socklen_t hostlen, char *serv, socklen_t servlen, int flags);
    static final MethodHandle getnameinfo =
            function(
                    "getnameinfo",
                    of(
                            JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT,
                            JAVA_INT));

    // int getprotobyname_r(const char *name, struct protoent *result_buf, char *buf,
    //                      size_t buflen, struct protoent **result);
    static final MethodHandle getprotobyname_r =
            function(
                    "getprotobyname_r",
                    of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));

    // int getservbyname_r(const char *name, const char *proto, struct servent *result_buf,
    //                     char *buf, size_t buflen, struct servent **result);
    static final MethodHandle getservbyname_r =
            function(
                    "getservbyname_r",
                    of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));

    // int getservbyport_r(int port, const char *proto, struct servent *result_buf,
    //                     char *buf, size_t buflen, struct servent **result);
    static final MethodHandle getservbyport_r =
            function(
                    "getservbyport_r",
                    of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));

    // const char *hstrerror(int err);
    static final MethodHandle hstrerror = function("hstrerror", of(ADDRESS, JAVA_INT));

    // void if_freenameindex(struct if_nameindex *ptr);
    static final MethodHandle if_freenameindex = function("if_freenameindex", ofVoid(ADDRESS));

    // char *if_indextoname(unsigned int ifindex, char *ifname);
    static final MethodHandle if_indextoname =
            function("if_indextoname", of(ADDRESS, JAVA_INT, ADDRESS));

    // struct if_nameindex *if_nameindex(void);
    static final MethodHandle if_nameindex = function("if_nameindex", of(ADDRESS));

    // unsigned int if_nametoindex(const char *ifname);
    static final MethodHandle if_nametoindex = function("if_nametoindex", of(JAVA_INT, ADDRESS));

    // int inet_aton(const char *cp, struct in_addr *inp);
    static final MethodHandle inet_aton = function("inet_aton", of(JAVA_INT, ADDRESS, ADDRESS));

    // const char *inet_ntop(int af, const void *src, char *dst, socklen_t size);
    static final MethodHandle inet_ntop =
            function("inet_ntop", of(ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));

    // int inet_pton(int af, const char *src, void *dst);
    static final MethodHandle inet_pton =
            function("inet_pton", of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
}
