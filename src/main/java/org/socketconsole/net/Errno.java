package org.socketconsole.net;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An error number of Linux, with the text of the C library in the C locale.
public record Errno(int errno, String symbol, String strerror) {

    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int EINTR = 4;
    public static final int EIO = 5;
    public static final int EBADF = 9;
    public static final int EAGAIN = 11;
    public static final int ENOMEM = 12;
    public static final int EACCES = 13;
    public static final int EFAULT = 14;
    public static final int EINVAL = 22;
    public static final int ENFILE = 23;
    public static final int EMFILE = 24;
    public static final int ENOSPC = 28;
    public static final int EPIPE = 32;
    public static final int EBADMSG = 74;
    public static final int ENOTSOCK = 88;
    public static final int EDESTADDRREQ = 89;
    public static final int EMSGSIZE = 90;
    public static final int EPROTOTYPE = 91;
    public static final int ENOPROTOOPT = 92;
    public static final int EPROTONOSUPPORT = 93;
    public static final int ESOCKTNOSUPPORT = 94;
    public static final int EOPNOTSUPP = 95;
    public static final int EAFNOSUPPORT = 97;
    public static final int EADDRINUSE = 98;
    public static final int EADDRNOTAVAIL = 99;
    public static final int ENETDOWN = 100;
    public static final int ENETUNREACH = 101;
    public static final int ECONNABORTED = 103;
    public static final int ECONNRESET = 104;
    public static final int ENOBUFS = 105;
    public static final int EISCONN = 106;
    public static final int ENOTCONN = 107;
    public static final int ETIMEDOUT = 110;
    public static final int ECONNREFUSED = 111;
    public static final int EHOSTDOWN = 112;
    public static final int EHOSTUNREACH = 113;
    public static final int EALREADY = 114;
    public static final int EINPROGRESS = 115;
    public static final int ECANCELED = 125;

    private static final Map<Integer, Errno> BY_NUMBER = new TreeMap<>();
    private static final Map<String, Errno> BY_SYMBOL = new HashMap<>();

    static {
        Table.rows("constants/errno").forEach(Errno::keep);
    }

    /// Never fails: a number without a name has its digits for a symbol.
    public static Errno of(int number) {
        var known = BY_NUMBER.get(number);
        return known != null ? known : nameless(number);
    }

    /// Takes a symbol, an alias of one such as `EWOULDBLOCK`, or the number in digits.
    public static Optional<Errno> find(String symbolOrNumber) {
        return Optional.ofNullable(BY_SYMBOL.get(symbolOrNumber.strip().toUpperCase(Locale.ROOT)));
    }

    /// All error numbers, the lowest first, each under its preferred symbol.
    public static List<Errno> all() {
        return List.copyOf(BY_NUMBER.values());
    }

    private static Errno nameless(int number) {
        var text = number == 0 ? "Success" : "Unknown error " + number;
        return new Errno(number, String.valueOf(number), text);
    }

    /// The preferred symbol of a number stands before its aliases.
    private static void keep(String[] row) {
        var errno = new Errno(Integer.parseInt(row[0]), row[1], row[2]);
        BY_NUMBER.putIfAbsent(errno.errno, errno);
        BY_SYMBOL.put(errno.symbol, of(errno.errno));
        BY_SYMBOL.put(row[0], of(errno.errno));
    }
}
