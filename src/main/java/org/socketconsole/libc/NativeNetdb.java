package org.socketconsole.libc;

import static org.socketconsole.libc.Bindings.freeaddrinfo;
import static org.socketconsole.libc.Bindings.gai_strerror;
import static org.socketconsole.libc.Bindings.getaddrinfo;
import static org.socketconsole.libc.Bindings.gethostbyaddr_r;
import static org.socketconsole.libc.Bindings.gethostbyname_r;
import static org.socketconsole.libc.Bindings.gethostname;
import static org.socketconsole.libc.Bindings.getnameinfo;
import static org.socketconsole.libc.Bindings.getprotobyname_r;
import static org.socketconsole.libc.Bindings.getservbyname_r;
import static org.socketconsole.libc.Bindings.getservbyport_r;
import static org.socketconsole.libc.Bindings.hstrerror;
import static org.socketconsole.libc.Bindings.if_freenameindex;
import static org.socketconsole.libc.Bindings.if_indextoname;
import static org.socketconsole.libc.Bindings.if_nameindex;
import static org.socketconsole.libc.Bindings.if_nametoindex;
import static org.socketconsole.libc.Bindings.inet_aton;
import static org.socketconsole.libc.Bindings.inet_ntop;
import static org.socketconsole.libc.Bindings.inet_pton;
import static org.socketconsole.libc.Structs.ADDRINFO;
import static org.socketconsole.libc.Structs.HOSTENT;
import static org.socketconsole.libc.Structs.IF_NAMEINDEX;
import static org.socketconsole.libc.Structs.POINTER;
import static org.socketconsole.libc.Structs.PROTOENT;
import static org.socketconsole.libc.Structs.SERVENT;
import static org.socketconsole.libc.Structs.getInt;
import static org.socketconsole.libc.Structs.getPointer;
import static org.socketconsole.libc.Structs.pointers;
import static org.socketconsole.libc.Structs.setInt;
import static org.socketconsole.libc.Structs.string;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.util.ArrayList;
import java.util.List;

/// Library functions, section 3 of the manual. The name functions block inside the library, and are
/// bound in their reentrant forms: call them on a platform thread that may wait.
abstract class NativeNetdb implements Libc {

    private static final int ERANGE = 34;
    private static final int NI_MAXHOST = 1025;
    private static final int NI_MAXSERV = 32;
    private static final int IF_NAMESIZE = 16;

    /// One downcall in the frame that it may use.
    @FunctionalInterface
    interface Downcall<T extends @Nullable Object> {
        T invoke(Frame frame) throws Throwable;
    }

    static <T extends @Nullable Object> T in(Downcall<T> downcall) {
        try (Frame frame = Frame.take()) {
            return downcall.invoke(frame);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new AssertionError("a downcall throws nothing", impossible);
        }
    }

    static int call(Downcall<Integer> downcall) {
        return in(frame -> (int) frame.result(downcall.invoke(frame)));
    }

    @Override
    public String gai_strerror(int errcode) {
        return in(f -> text((MemorySegment) gai_strerror.invokeExact(f.errno(), errcode)));
    }

    @Override
    public String hstrerror(int err) {
        return in(f -> text((MemorySegment) hstrerror.invokeExact(f.errno(), err)));
    }

    @Override
    public AddrInfos getaddrinfo(
            @Nullable String node,
            @Nullable String service,
            int flags,
            int family,
            int socktype,
            int protocol) {
        return in(
                f -> {
                    MemorySegment hints = f.allocate(ADDRINFO).fill((byte) 0);
                    setInt(hints, ADDRINFO, "ai_flags", flags);
                    setInt(hints, ADDRINFO, "ai_family", family);
                    setInt(hints, ADDRINFO, "ai_socktype", socktype);
                    setInt(hints, ADDRINFO, "ai_protocol", protocol);
                    MemorySegment result = f.allocate(POINTER);
                    int status =
                            (int)
                                    getaddrinfo.invokeExact(
                                            f.errno(),
                                            f.string(node),
                                            f.string(service),
                                            hints,
                                            result);
                    return new AddrInfos(
                            status,
                            Downcalls.errno(f.errno()),
                            status == 0 ? addrinfos(f, result.get(POINTER, 0)) : List.of());
                });
    }

    @Override
    public HostEnt gethostbyaddr_r(byte[] addr, int type) {
        return hostent(
                (f, ret, buf, result, hErrno) ->
                        (int)
                                gethostbyaddr_r.invokeExact(
                                        f.errno(),
                                        f.copy(addr),
                                        addr.length,
                                        type,
                                        ret,
                                        buf,
                                        buf.byteSize(),
                                        result,
                                        hErrno));
    }

    @Override
    public HostEnt gethostbyname_r(String name) {
        return hostent(
                (f, ret, buf, result, hErrno) ->
                        (int)
                                gethostbyname_r.invokeExact(
                                        f.errno(),
                                        f.string(name),
                                        ret,
                                        buf,
                                        buf.byteSize(),
                                        result,
                                        hErrno));
    }

    @Override
    public String gethostname() {
        return in(
                f -> {
                    MemorySegment name = f.allocate(NI_MAXHOST).fill((byte) 0);
                    int result =
                            (int) gethostname.invokeExact(f.errno(), name, (long) NI_MAXHOST - 1);
                    return result == 0 ? name.getString(0) : "";
                });
    }

    @Override
    public NameInfo getnameinfo(byte[] addr, int flags) {
        return in(
                f -> {
                    MemorySegment host = f.allocate(NI_MAXHOST);
                    MemorySegment service = f.allocate(NI_MAXSERV);
                    int status =
                            (int)
                                    getnameinfo.invokeExact(
                                            f.errno(),
                                            f.copy(addr),
                                            addr.length,
                                            host,
                                            NI_MAXHOST,
                                            service,
                                            NI_MAXSERV,
                                            flags);
                    int errno = Downcalls.errno(f.errno());
                    return status == 0
                            ? new NameInfo(0, 0, host.getString(0), service.getString(0))
                            : new NameInfo(status, errno, "", "");
                });
    }

    @Override
    public int getprotobyname_r(String name) {
        return in(
                f -> {
                    MemorySegment entry =
                            entry(
                                    f,
                                    PROTOENT,
                                    (ret, buf, result) ->
                                            (int)
                                                    getprotobyname_r.invokeExact(
                                                            f.errno(),
                                                            f.string(name),
                                                            ret,
                                                            buf,
                                                            buf.byteSize(),
                                                            result));
                    return entry == null ? -1 : getInt(entry, PROTOENT, "p_proto");
                });
    }

    @Override
    public int getservbyname_r(String name, @Nullable String proto) {
        return in(
                f -> {
                    MemorySegment entry =
                            entry(
                                    f,
                                    SERVENT,
                                    (ret, buf, result) ->
                                            (int)
                                                    getservbyname_r.invokeExact(
                                                            f.errno(),
                                                            f.string(name),
                                                            f.string(proto),
                                                            ret,
                                                            buf,
                                                            buf.byteSize(),
                                                            result));
                    return entry == null ? -1 : networkShort(getInt(entry, SERVENT, "s_port"));
                });
    }

    @Override
    public @Nullable String getservbyport_r(int port, @Nullable String proto) {
        return in(
                f -> {
                    MemorySegment entry =
                            entry(
                                    f,
                                    SERVENT,
                                    (ret, buf, result) ->
                                            (int)
                                                    getservbyport_r.invokeExact(
                                                            f.errno(),
                                                            networkShort(port),
                                                            f.string(proto),
                                                            ret,
                                                            buf,
                                                            buf.byteSize(),
                                                            result));
                    return entry == null ? null : string(getPointer(entry, SERVENT, "s_name"));
                });
    }

    @Override
    public @Nullable String if_indextoname(int ifindex) {
        return in(
                f -> {
                    MemorySegment name = f.allocate(IF_NAMESIZE);
                    MemorySegment result =
                            (MemorySegment) if_indextoname.invokeExact(f.errno(), ifindex, name);
                    return result.equals(MemorySegment.NULL) ? null : name.getString(0);
                });
    }

    @Override
    public List<Interface> if_nameindex() {
        return in(
                f -> {
                    MemorySegment array = (MemorySegment) if_nameindex.invokeExact(f.errno());
                    if (array.equals(MemorySegment.NULL)) {
                        return List.of();
                    }
                    List<Interface> interfaces = interfaces(array.reinterpret(Long.MAX_VALUE));
                    if_freenameindex.invokeExact(f.errno(), array);
                    return interfaces;
                });
    }

    @Override
    public int if_nametoindex(String ifname) {
        return in(f -> (int) if_nametoindex.invokeExact(f.errno(), f.string(ifname)));
    }

    @Override
    public byte @Nullable [] inet_aton(String cp) {
        return in(
                f -> {
                    MemorySegment address = f.integer(0);
                    int valid = (int) inet_aton.invokeExact(f.errno(), f.string(cp), address);
                    return valid == 0 ? null : address.toArray(JAVA_BYTE);
                });
    }

    @Override
    public String inet_ntop(int af, byte[] src) {
        return in(
                f -> {
                    MemorySegment text = f.allocate(NI_MAXHOST);
                    return text(
                            (MemorySegment)
                                    inet_ntop.invokeExact(
                                            f.errno(), af, f.copy(src), text, NI_MAXHOST));
                });
    }

    @Override
    public byte @Nullable [] inet_pton(int af, String src) {
        return in(
                f -> {
                    MemorySegment dst = f.allocate(16, 8);
                    int valid = (int) inet_pton.invokeExact(f.errno(), af, f.string(src), dst);
                    return switch (valid) {
                        case 1 -> Frame.bytes(dst, 0, Sockaddr.hostSize(af));
                        case 0 -> new byte[0];
                        default -> null;
                    };
                });
    }

    /// A function that fills a `struct hostent` and its strings.
    @FunctionalInterface
    private interface HostLookup {
        int invoke(
                Frame f,
                MemorySegment ret,
                MemorySegment buf,
                MemorySegment result,
                MemorySegment hErrno)
                throws Throwable;
    }

    private static HostEnt hostent(HostLookup lookup) {
        return in(
                f -> {
                    MemorySegment hErrno = f.integer(0);
                    MemorySegment entry =
                            entry(
                                    f,
                                    HOSTENT,
                                    (ret, buf, result) ->
                                            lookup.invoke(f, ret, buf, result, hErrno));
                    return entry == null
                            ? new HostEnt(hErrno.get(JAVA_INT, 0), "", List.of(), List.of())
                            : hostent(entry);
                });
    }

    private static HostEnt hostent(MemorySegment entry) {
        int length = getInt(entry, HOSTENT, "h_length");
        return new HostEnt(
                0,
                text(getPointer(entry, HOSTENT, "h_name")),
                pointers(getPointer(entry, HOSTENT, "h_aliases")).stream()
                        .map(NativeNetdb::text)
                        .toList(),
                pointers(getPointer(entry, HOSTENT, "h_addr_list")).stream()
                        .map(address -> Frame.bytes(address, 0, length))
                        .toList());
    }

    /// A reentrant look-up: a struct to fill, a buffer for its strings, where the answer is put.
    @FunctionalInterface
    private interface EntryLookup {
        int invoke(MemorySegment ret, MemorySegment buf, MemorySegment result) throws Throwable;
    }

    /// Repeats the look-up with a larger buffer as long as it says `ERANGE`; null for "not found".
    private static @Nullable MemorySegment entry(Frame f, StructLayout layout, EntryLookup lookup)
            throws Throwable {
        MemorySegment ret = f.allocate(layout);
        MemorySegment result = f.allocate(POINTER);
        for (int size = 1024; size <= 1024 * 1024; size *= 4) {
            int error = lookup.invoke(ret, f.allocate(size, 16), result);
            if (error != ERANGE) {
                boolean found = !result.get(POINTER, 0).equals(MemorySegment.NULL);
                return error == 0 && found ? ret : null;
            }
        }
        return null;
    }

    private static List<AddrInfo> addrinfos(Frame f, MemorySegment first) throws Throwable {
        List<AddrInfo> items = new ArrayList<>();
        for (MemorySegment item = first;
                !item.equals(MemorySegment.NULL);
                item = getPointer(item, ADDRINFO, "ai_next")) {
            items.add(addrinfo(item));
        }
        freeaddrinfo.invokeExact(f.errno(), first);
        return items;
    }

    private static AddrInfo addrinfo(MemorySegment item) {
        MemorySegment addr = getPointer(item, ADDRINFO, "ai_addr");
        int length = getInt(item, ADDRINFO, "ai_addrlen");
        return new AddrInfo(
                getInt(item, ADDRINFO, "ai_flags"),
                getInt(item, ADDRINFO, "ai_family"),
                getInt(item, ADDRINFO, "ai_socktype"),
                getInt(item, ADDRINFO, "ai_protocol"),
                Frame.bytes(addr, 0, length),
                string(getPointer(item, ADDRINFO, "ai_canonname")));
    }

    /// The array ends with an index of 0.
    private static List<Interface> interfaces(MemorySegment array) {
        List<Interface> interfaces = new ArrayList<>();
        long size = IF_NAMEINDEX.byteSize();
        for (long offset = 0; array.get(JAVA_INT, offset) != 0; offset += size) {
            MemorySegment entry = array.asSlice(offset, size);
            interfaces.add(
                    new Interface(
                            getInt(entry, IF_NAMEINDEX, "if_index"),
                            text(getPointer(entry, IF_NAMEINDEX, "if_name"))));
        }
        return interfaces;
    }

    private static String text(MemorySegment pointer) {
        String text = string(pointer.reinterpret(Long.MAX_VALUE));
        return text == null ? "" : text;
    }

    private static int networkShort(int value) {
        return Short.toUnsignedInt(Sockaddr.networkShort((short) value));
    }
}
