package org.socketconsole.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

class FramingApiTests extends ContractTests {

    private static final int MESSAGES = 10_000;
    private static final int LONGEST = 60;
    private static final int LONGEST_CUT = 200;
    private static final String ANSWER =
            "{'match': {'re': '(?s)^(.*)$'}, 'reply': {'text': '<$1>'}}";

    /// A framing, and how a sender writes a message in it.
    private enum Form {
        LINE("'line'", 0) {
            @Override
            byte[] framed(byte[] message, Random random) {
                return random.nextBoolean() ? with(message, "\n") : with(message, "\r\n");
            }
        },
        SIZE("{'size': 7}", 7) {
            @Override
            byte[] framed(byte[] message, Random random) {
                return message;
            }
        },
        DELIMITER("{'delimiter': {'text': 'aab'}}", 0) {
            @Override
            byte[] framed(byte[] message, Random random) {
                return with(message, "aab");
            }
        },
        PREFIX_1("{'prefix': 1}", 0) {
            @Override
            byte[] framed(byte[] message, Random random) {
                return with(new byte[] {(byte) message.length}, message);
            }
        },
        PREFIX_2_LITTLE("{'prefix': 2, 'order': 'little'}", 0) {
            @Override
            byte[] framed(byte[] message, Random random) {
                return with(
                        ByteBuffer.allocate(2)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .putShort((short) message.length)
                                .array(),
                        message);
            }
        },
        PREFIX_4_WITH_ITSELF("{'prefix': 4, 'includes_itself': true}", 0) {
            @Override
            byte[] framed(byte[] message, Random random) {
                return with(ByteBuffer.allocate(4).putInt(message.length + 4).array(), message);
            }
        },
        PREFIX_8("{'prefix': 8, 'order': 'big'}", 0) {
            @Override
            byte[] framed(byte[] message, Random random) {
                return with(ByteBuffer.allocate(8).putLong(message.length).array(), message);
            }
        };

        private final String framing;
        private final int size;

        Form(String framing, int size) {
            this.framing = framing;
            this.size = size;
        }

        abstract byte[] framed(byte[] message, Random random);

        /// Any bytes that do not end it before its end, an empty one among them.
        byte[] message(Random random) {
            byte[] message = new byte[size > 0 ? size : random.nextInt(LONGEST)];
            random.nextBytes(message);
            for (int i = 0; i < message.length; i++) {
                message[i] = allowed(message[i], random);
            }
            return message;
        }

        private byte allowed(byte one, Random random) {
            return switch (this) {
                case LINE -> one == '\n' || one == '\r' ? (byte) ' ' : one;
                case DELIMITER ->
                        one == 'b' ? (byte) 'c' : random.nextInt(4) == 0 ? (byte) 'a' : one;
                default -> one;
            };
        }

        private static byte[] with(byte[] first, String second) {
            return with(first, second.getBytes(ISO_8859_1));
        }

        private static byte[] with(byte[] first, byte[] second) {
            return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
        }
    }

    private ApiSocket listener(String framing) {
        ApiSocket listener = api.listener();
        assertThat(
                        listener.put(
                                "responder",
                                json(
                                        "{'reply': 'rules', 'framing': %s, 'rules': [%s]}",
                                        framing.replace('\'', '"'), ANSWER.replace('\'', '"'))))
                .isOk();
        return listener;
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void messagesCutAnywhereAreAnsweredOneByOneInOrderExactly(Form form) throws Exception {
        Random random = new Random(form.ordinal());
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        ByteArrayOutputStream awaited = new ByteArrayOutputStream();
        for (int i = 0; i < MESSAGES; i++) {
            byte[] message = form.message(random);
            sent.writeBytes(form.framed(message, random));
            awaited.writeBytes(Form.with(Form.with(new byte[] {'<'}, message), ">"));
        }
        try (Talk talk = Talk.with(listener(form.framing))) {
            Thread writer = Thread.ofVirtual().start(() -> cut(sent.toByteArray(), random, talk));
            byte[] heard = talk.socket().getInputStream().readNBytes(awaited.size());
            assertThat(heard).isEqualTo(awaited.toByteArray());
            writer.join();
            talk.ends().hearsTheEnd();
        }
    }

    private static void cut(byte[] bytes, Random random, Talk talk) {
        try {
            for (int start = 0; start < bytes.length; ) {
                int count = Math.min(1 + random.nextInt(LONGEST_CUT), bytes.length - start);
                talk.socket().getOutputStream().write(bytes, start, count);
                start += count;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void aChunkIsWhatComesAtOnce() throws Exception {
        try (Talk talk = Talk.with(listener("'chunk'"))) {
            talk.says("a\nb").hears("<a\nb>").says("c").hears("<c>");
        }
    }

    @Test
    void whatHasBegunGoesOnInTheFramingThatComes() throws Exception {
        ApiSocket listener = listener("'line'");
        try (Talk talk = Talk.with(listener)) {
            talk.says("a\nbc").hears("<a>");
            assertThat(
                            api.request("PUT", listener.path("responder"))
                                    .json(
                                            json(
                                                    "{'reply': 'rules', 'framing': {'size': 3},"
                                                            + " 'rules': [%s]}",
                                                    ANSWER.replace('\'', '"')))
                                    .send())
                    .isOk();
            talk.says("d").hears("<bcd>");
        }
    }
}
