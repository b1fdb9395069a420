package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/// A body that its call reads as it comes, however large it is: it is known when it has been read.
public interface PassingBody {

    /// A digest of it; null while it has not been read to its end.
    @Nullable ByteBuffer digest();

    /// A digest of it, of which no call reads the rest.
    ByteBuffer read();

    /// One that has passed.
    record Passed(ByteBuffer digest) implements PassingBody {

        static final Passed NONE = new Passed(ByteBuffer.allocate(0));

        @Override
        public ByteBuffer read() {
            return digest;
        }
    }
}
