package org.socketconsole.libc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.Arrays;

class OctetsTests {

    private static final int LEAST = Block.SIZE / 2;

    @Test
    void fewBytesAreInAnArray() {
        assertThat(of(LEAST - 1, 1)).isInstanceOf(Octets.InArray.class);
        assertThat(of(LEAST, 1)).isInstanceOf(Octets.InBlock.class);
    }

    @Test
    void moreThanABlockHasRoomForAreInAnArray() {
        Octets octets = of(Block.SIZE + 1, 7);
        assertThat(octets).isInstanceOf(Octets.InArray.class);
        assertThat(octets.array()).hasSize(Block.SIZE + 1).containsOnly(7);
    }

    @Test
    void theMemoryOfABlockServesAgainWhenNobodyHoldsIt() {
        Block first = new Block();
        long address = first.memory().address();
        first.release();
        assertThat(new Block().memory().address()).isEqualTo(address);
    }

    @Test
    void theMemoryOfABlockThatOneOfTwoHoldsDoesNotServeAgain() {
        Octets octets = of(Block.SIZE, 1);
        assertThat(octets.hold()).isTrue();
        octets.release();
        of(Block.SIZE, 2);
        assertThat(octets.array()).containsOnly(1);
    }

    @Test
    void whatNobodyHoldsCannotBeHeldAgainThoughItsMemoryIsInUse() {
        Octets octets = of(Block.SIZE, 1);
        octets.release();
        Octets next = of(Block.SIZE, 2);
        assertThat(octets.hold()).isFalse();
        assertThat(next.hold()).isTrue();
    }

    @Test
    void aPartIsWhereTheWholeIsUnlessItIsSmall() {
        Octets whole = of(Block.SIZE, 1);
        Octets large = whole.part(10, LEAST);
        assertThat(large).isInstanceOf(Octets.InBlock.class);
        assertThat(large.array()).isEqualTo(Arrays.copyOf(whole.array(), LEAST));
        assertThat(whole.part(10, 5)).isInstanceOf(Octets.InArray.class);
    }

    private static Octets of(int size, int value) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) value);
        return Octets.of(ByteBuffer.wrap(bytes));
    }
}
