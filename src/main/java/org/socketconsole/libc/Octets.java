package org.socketconsole.libc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// The bytes of one call, which do not change. Many are in a [Block], and are read by those alone
/// that hold them; few are in an array, which is always there.
public sealed interface Octets {

    static Octets of(byte[] array) {
        return new InArray(array);
    }

    /// A copy of what remains there, which is taken.
    static Octets of(ByteBuffer bytes) {
        if (bytes.remaining() < Block.LEAST || bytes.remaining() > Block.SIZE) {
            byte[] array = new byte[bytes.remaining()];
            bytes.get(array);
            return of(array);
        }
        int size = bytes.remaining();
        Block block = new Block();
        block.buffer().put(bytes);
        return block.filled(size);
    }

    /// In bytes.
    int size();

    /// What it takes of memory.
    int weight();

    /// Whether it is there to be held, and is held from now on, until [#release].
    boolean hold();

    void release();

    /// The bytes, which are not to be changed; of those in a block a copy.
    byte[] array();

    /// The bytes, to be read while they are held.
    ByteBuffer buffer();

    /// Some of them. It is held when the whole is, and is to be held for itself.
    Octets part(int start, int count);

    /// In an array of their own.
    record InArray(byte[] array) implements Octets {

        @Override
        public int size() {
            return array.length;
        }

        @Override
        public int weight() {
            return array.length;
        }

        @Override
        public boolean hold() {
            return true;
        }

        @Override
        public void release() {}

        @Override
        public ByteBuffer buffer() {
            return ByteBuffer.wrap(array);
        }

        @Override
        public Octets part(int start, int count) {
            return count == array.length
                    ? this
                    : of(Arrays.copyOfRange(array, start, start + count));
        }
    }

    /// In a block, which others may have a part of.
    record InBlock(Block block, int start, int size) implements Octets {

        @Override
        public int weight() {
            return Block.SIZE;
        }

        @Override
        public boolean hold() {
            return block.hold();
        }

        @Override
        public void release() {
            block.release();
        }

        @Override
        public byte[] array() {
            return memory().toArray(ValueLayout.JAVA_BYTE);
        }

        @Override
        public ByteBuffer buffer() {
            return memory().asByteBuffer();
        }

        @Override
        public Octets part(int from, int count) {
            InBlock part = new InBlock(block, start + from, count);
            return count < Block.LEAST ? of(part.array()) : part;
        }

        private MemorySegment memory() {
            return block.memory().asSlice(start, size);
        }
    }
}
