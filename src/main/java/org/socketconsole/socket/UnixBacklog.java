package org.socketconsole.socket;

import static org.socketconsole.net.SocketConstants.AF_NETLINK;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.MSG_DONTWAIT;
import static org.socketconsole.net.SocketConstants.SOCK_CLOEXEC;
import static org.socketconsole.net.SocketConstants.SOCK_DGRAM;

import org.jspecify.annotations.Nullable;
import org.socketconsole.libc.Libc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// How many connections wait at a UNIX listener, and how many may: the socket itself tells only
/// whether there is one, `sock_diag`(7) the number, by the inode.
record UnixBacklog(int waiting, int most) {

    private static final int NETLINK_SOCK_DIAG = 4;

    /// `struct nlmsghdr`, and `struct unix_diag_req` or `unix_diag_msg` behind it.
    private static final int HEADER = 16;

    private static final int REQUEST = HEADER + 24;
    private static final int ANSWER = HEADER + 16;
    private static final int ROOM = 512;

    private static final short SOCK_DIAG_BY_FAMILY = 20;
    private static final short NLM_F_REQUEST = 1;
    private static final int UDIAG_SHOW_RQLEN = 0x10;
    private static final int NO_COOKIE = -1;

    /// `struct rtattr` of `UNIX_DIAG_RQLEN`, of which a listener's are queue and backlog.
    private static final short UNIX_DIAG_RQLEN = 4;

    private static final int ATTRIBUTE = 4;

    private static final byte[] KERNEL = address();

    /// Null where the kernel does not tell.
    static @Nullable UnixBacklog of(Libc libc, int listener) {
        int diag = libc.socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
        if (diag < 0) {
            return null;
        }
        try {
            return libc.sendto(diag, request(inode(listener)), 0, KERNEL) < 0
                    ? null
                    : read(libc.recvmsg(diag, ROOM, 0, MSG_DONTWAIT).data());
        } catch (IOException gone) {
            return null;
        } finally {
            libc.close(diag);
        }
    }

    /// The link reads `socket:[1234]`.
    private static int inode(int fd) throws IOException {
        String link = Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd)).toString();
        return Integer.parseUnsignedInt(link.substring(link.indexOf('[') + 1, link.length() - 1));
    }

    private static byte[] request(int inode) {
        return ordered(new byte[REQUEST])
                .putInt(REQUEST)
                .putShort(SOCK_DIAG_BY_FAMILY)
                .putShort(NLM_F_REQUEST)
                .putLong(0)
                .put((byte) AF_UNIX)
                .put(new byte[3])
                .putInt(-1)
                .putInt(inode)
                .putInt(UDIAG_SHOW_RQLEN)
                .putInt(NO_COOKIE)
                .putInt(NO_COOKIE)
                .array();
    }

    private static @Nullable UnixBacklog read(byte[] answer) {
        ByteBuffer from = ordered(answer);
        for (int at = ANSWER; at + ATTRIBUTE + 2 * Integer.BYTES <= answer.length; ) {
            int length = from.getShort(at);
            if (from.getShort(at + Short.BYTES) == UNIX_DIAG_RQLEN) {
                int waiting = from.getInt(at + ATTRIBUTE);
                return new UnixBacklog(waiting, from.getInt(at + ATTRIBUTE + Integer.BYTES));
            }
            at += Math.max(ATTRIBUTE, length + 3 & ~3);
        }
        return null;
    }

    /// `struct sockaddr_nl` of nobody but the kernel.
    private static byte[] address() {
        return ordered(new byte[12]).putShort((short) AF_NETLINK).array();
    }

    private static ByteBuffer ordered(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }
}
