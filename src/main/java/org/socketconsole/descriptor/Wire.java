package org.socketconsole.descriptor;

import org.socketconsole.libc.Libc;
import org.socketconsole.traffic.Transport;

/// What a call that can wait stands on.
record Wire(Libc libc, Descriptor descriptor, Waiting waiting, Connecting connecting) {

    int fd() {
        return descriptor.fd();
    }

    Transport transport() {
        return descriptor.socket().transport();
    }

    Flow sent() {
        return descriptor.socket().sent();
    }

    Flow received() {
        return descriptor.socket().received();
    }
}
