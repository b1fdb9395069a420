package org.socketconsole.access;

import org.socketconsole.net.SocketAddress;

/// What may refuse a call, with a [ForbiddenException] or a [QuotaException]. It is asked before
/// the call reaches its target, and again with each address before the kernel gets it.
public interface Rule {

    /// @param call the call's name, as in the `socket` module
    default void permit(String call, Caller caller) {}

    /// @param type the socket's, `SOCK_STREAM` and the like
    /// @param address exactly what the system call gets; a name has been looked up before
    default void permit(String call, int type, SocketAddress address) {}
}
