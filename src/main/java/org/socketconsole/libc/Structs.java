package org.socketconsole.libc;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;
import static java.lang.foreign.MemoryLayout.paddingLayout;
import static java.lang.foreign.MemoryLayout.structLayout;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The structs that the bound functions take, each as its header declares it, on 64-bit Linux.
final class Structs {

    /// A pointer into memory of the C library, whose extent only the library knows.
    static final AddressLayout POINTER =
            ADDRESS.withTargetLayout(
                    MemoryLayout.sequenceLayout(Long.MAX_VALUE, ValueLayout.JAVA_BYTE));

    // struct iovec { void *iov_base; size_t iov_len; };                              <sys/uio.h>
    static final StructLayout IOVEC =
            structLayout(ADDRESS.withName("iov_base"), JAVA_LONG.withName("iov_len"));

    // struct msghdr { void *msg_name; socklen_t msg_namelen; struct iovec *msg_iov;
    //                 size_t msg_iovlen; void *msg_control; size_t msg_controllen;
    //                 int msg_flags; };                                           <sys/socket.h>
    static final StructLayout MSGHDR =
            structLayout(
                    ADDRESS.withName("msg_name"),
                    JAVA_INT.withName("msg_namelen"),
                    paddingLayout(4),
                    ADDRESS.withName("msg_iov"),
                    JAVA_LONG.withName("msg_iovlen"),
                    ADDRESS.withName("msg_control"),
                    JAVA_LONG.withName("msg_controllen"),
                    JAVA_INT.withName("msg_flags"),
                    paddingLayout(4));

    // struct cmsghdr { size_t cmsg_len; int cmsg_level; int cmsg_type; };         <sys/socket.h>
    static final StructLayout CMSGHDR =
            structLayout(
                    JAVA_LONG.withName("cmsg_len"),
                    JAVA_INT.withName("cmsg_level"),
                    JAVA_INT.withName("cmsg_type"));

    // struct sock_fprog { unsigned short len; struct sock_filter *filter; };    <linux/filter.h>
    static final StructLayout SOCK_FPROG =
            structLayout(JAVA_SHORT.withName("len"), paddingLayout(6), ADDRESS.withName("filter"));

    // struct pollfd { int fd; short events; short revents; };                          <poll.h>
    static final StructLayout POLLFD =
            structLayout(
                    JAVA_INT.withName("fd"),
                    JAVA_SHORT.withName("events"),
                    JAVA_SHORT.withName("revents"));

    // struct epoll_event { uint32_t events; epoll_data_t data; };                 <sys/epoll.h>
    // Packed on x86-64 alone: the one struct here that the architecture decides.
    static final StructLayout EPOLL_EVENT =
            switch (System.getProperty("os.arch")) {
                case "amd64", "x86_64" ->
                        structLayout(
                                JAVA_INT.withName("events"),
                                ValueLayout.JAVA_LONG_UNALIGNED.withName("data"));
                default ->
                        structLayout(
                                JAVA_INT.withName("events"),
                                paddingLayout(4),
                                JAVA_LONG.withName("data"));
            };

    // struct rlimit { rlim_t rlim_cur; rlim_t rlim_max; };                     <sys/resource.h>
    static final StructLayout RLIMIT =
            structLayout(JAVA_LONG.withName("rlim_cur"), JAVA_LONG.withName("rlim_max"));

    // struct addrinfo { int ai_flags; int ai_family; int ai_socktype; int ai_protocol;
    //                   socklen_t ai_addrlen; struct sockaddr *ai_addr; char *ai_canonname;
    //                   struct addrinfo *ai_next; };                                  <netdb.h>
    static final StructLayout ADDRINFO =
            structLayout(
                    JAVA_INT.withName("ai_flags"),
                    JAVA_INT.withName("ai_family"),
                    JAVA_INT.withName("ai_socktype"),
                    JAVA_INT.withName("ai_protocol"),
                    JAVA_INT.withName("ai_addrlen"),
                    paddingLayout(4),
                    POINTER.withName("ai_addr"),
                    POINTER.withName("ai_canonname"),
                    POINTER.withName("ai_next"));

    // struct hostent { char *h_name; char **h_aliases; int h_addrtype; int h_length;
    //                  char **h_addr_list; };                                         <netdb.h>
    static final StructLayout HOSTENT =
            structLayout(
                    POINTER.withName("h_name"),
                    POINTER.withName("h_aliases"),
                    JAVA_INT.withName("h_addrtype"),
                    JAVA_INT.withName("h_length"),
                    POINTER.withName("h_addr_list"));

    // struct servent { char *s_name; char **s_aliases; int s_port; char *s_proto; };  <netdb.h>
    static final StructLayout SERVENT =
            structLayout(
                    POINTER.withName("s_name"),
                    POINTER.withName("s_aliases"),
                    JAVA_INT.withName("s_port"),
                    paddingLayout(4),
                    POINTER.withName("s_proto"));

    // struct protoent { char *p_name; char **p_aliases; int p_proto; };               <netdb.h>
    static final StructLayout PROTOENT =
            structLayout(
                    POINTER.withName("p_name"),
                    POINTER.withName("p_aliases"),
                    JAVA_INT.withName("p_proto"),
                    paddingLayout(4));

    // struct if_nameindex { unsigned int if_index; char *if_name; };                 <net/if.h>
    static final StructLayout IF_NAMEINDEX =
            structLayout(
                    JAVA_INT.withName("if_index"), paddingLayout(4), POINTER.withName("if_name"));

    private Structs() {}

    static int getInt(MemorySegment struct, StructLayout layout, String field) {
        return struct.get(JAVA_INT, offset(layout, field));
    }

    static void setInt(MemorySegment struct, StructLayout layout, String field, int value) {
        struct.set(JAVA_INT, offset(layout, field), value);
    }

    static void setShort(MemorySegment struct, StructLayout layout, String field, int value) {
        struct.set(JAVA_SHORT, offset(layout, field), (short) value);
    }

    static long getLong(MemorySegment struct, StructLayout layout, String field) {
        return struct.get(ValueLayout.JAVA_LONG_UNALIGNED, offset(layout, field));
    }

    static void setLong(MemorySegment struct, StructLayout layout, String field, long value) {
        struct.set(ValueLayout.JAVA_LONG_UNALIGNED, offset(layout, field), value);
    }

    static MemorySegment getPointer(MemorySegment struct, StructLayout layout, String field) {
        return struct.get(POINTER, offset(layout, field));
    }

    static void setPointer(
            MemorySegment struct, StructLayout layout, String field, MemorySegment value) {
        struct.set(ADDRESS, offset(layout, field), value);
    }

    /// A name that a C library answered: UTF-8, with what is none replaced; null for NULL.
    static @Nullable String string(MemorySegment pointer) {
        return pointer.equals(MemorySegment.NULL)
                ? null
                : pointer.getString(0, StandardCharsets.UTF_8);
    }

    /// The pointers of an array that NULL ends.
    static List<MemorySegment> pointers(MemorySegment array) {
        List<MemorySegment> pointers = new ArrayList<>();
        for (long i = 0; !array.getAtIndex(POINTER, i).equals(MemorySegment.NULL); i++) {
            pointers.add(array.getAtIndex(POINTER, i));
        }
        return pointers;
    }

    static long offset(StructLayout layout, String field) {
        return layout.byteOffset(groupElement(field));
    }
}
