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
        int size = bytes.remaining();
        if (!Block.suits(size)) {
            byte[] array = new byte[size];
            bytes.get(array);
            return of(array);
        }
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
    default byte[] array() {
        return array(0, size());
    }

    /// Some of them, in the same way.
    byte[] array(int start, int count);

    /// The bytes, to be read while they are held.
    ByteBuffer buffer();

    /// Some of them, held for themselves: many in a block, which is the same one where it can be.
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
        public byte[] array(int start, int count) {
            return count == array.length ? array : Arrays.copyOfRange(array, start, start + count);
        }

        @Override
        public ByteBuffer buffer() {
            return ByteBuffer.wrap(array);
        }

        @Override
        public Octets part(int start, int count) {
            return Block.suits(count)
                    ? of(ByteBuffer.wrap(array, start, count))
                    : of(array(start, count));
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
        public byte[] array(int from, int count) {
            return memory().asSlice(from, count).toArray(ValueLayout.JAVA_BYTE);
        }

        @Override
        public ByteBuffer buffer() {
            return memory().asByteBuffer();
        }

        @Override
        public Octets part(int from, int count) {
            if (!Block.suits(count)) {
                return of(array(from, count));
            }
            block.hold();
            return new InBlock(block, start + from, count);
        }

        MemorySegment memory() {
            return block.memory().asSlice(start, size);
        }
    }
}
