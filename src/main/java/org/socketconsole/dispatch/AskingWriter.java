package org.socketconsole.dispatch;

import org.socketconsole.call.BodyWriter;
import org.socketconsole.libc.Octets;

/// Nobody's, see [BodyWriter#isAsking].
final class AskingWriter implements BodyWriter {

    @Override
    public boolean isAsking() {
        return true;
    }

    @Override
    public void write(Octets bytes) {
        throw new IllegalStateException("nobody is there to take " + bytes.size() + " bytes");
    }

    @Override
    public void flush() {}

    @Override
    public void whenLeft(Runnable told) {}
}
