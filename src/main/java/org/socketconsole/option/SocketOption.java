package org.socketconsole.option;

import org.socketconsole.libc.Libc.SockFprog;
import org.socketconsole.net.Constant;
import org.socketconsole.net.Constants;
import org.socketconsole.socket.LiveSocket;

/// One row of the table of options; its numbers and its sentence are those of its constants.
record SocketOption(
        Constant level, Constant constant, OptionKind kind, Scope scope, Access access) {

    static SocketOption of(String row) {
        String[] cells = row.split("\t");
        return new SocketOption(
                constant(cells[0]),
                constant(cells[1]),
                OptionKind.of(cells[2]),
                new Scope(cells[3]),
                Access.of(cells[4]));
    }

    String name() {
        return constant.name();
    }

    int optname() {
        return (int) constant.value();
    }

    boolean isNumbered(int level, int optname) {
        return this.level.value() == level && optname() == optname;
    }

    byte[] read(LiveSocket socket) {
        return OptionCalls.get(socket, (int) level.value(), optname(), kind.buflen());
    }

    void set(LiveSocket socket, byte[] value) {
        if (kind == OptionKind.SOCK_FILTER) {
            OptionCalls.set(socket, (int) level.value(), optname(), new SockFprog(value));
        } else {
            OptionCalls.set(socket, (int) level.value(), optname(), value, value.length);
        }
    }

    private static Constant constant(String name) {
        return Constants.find(name)
                .orElseThrow(() -> new IllegalStateException(name + " is no constant"));
    }
}
