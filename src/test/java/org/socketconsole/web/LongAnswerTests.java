package org.socketconsole.web;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Threads;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;

class LongAnswerTests {

    @Test
    void whileManyAreWrittenRequestsBegin() throws InterruptedException {
        Threads.assertLeaveRoom(LongAnswerTests::write);
    }

    private static void write(BooleanSupplier isOver) {
        try (OutputStream answer = new LongAnswer(OutputStream.nullOutputStream())) {
            while (!isOver.getAsBoolean()) {
                answer.write(new byte[8192]);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
