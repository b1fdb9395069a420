package org.socketconsole.codec;

import static java.nio.ByteOrder.nativeOrder;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.Seconds;
import org.socketconsole.libc.Libc;
import org.socketconsole.net.Constants;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The bytes of a value in C to JSON, and back.
public interface Codec {

    JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// 0 for a value of any size.
    int size();

    /// Null where JSON has no better form than the bytes.
    @Nullable JsonNode decode(ByteBuffer data);

    byte[] encode(String field, JsonNode value);

    /// 1, 2, 4 or 8 bytes. A constant's name is a number too, and -1 means all bits.
    record Whole(int size, boolean isUnsigned, ByteOrder order) implements Codec {

        @Override
        public JsonNode decode(ByteBuffer data) {
            long bits = bits(data.order(order));
            if (size == Long.BYTES) {
                return isUnsigned && bits < 0
                        ? JSON.numberNode(new BigInteger(Long.toUnsignedString(bits)))
                        : JSON.numberNode(bits);
            }
            int unused = Long.SIZE - size * Byte.SIZE;
            return isUnsigned
                    ? JSON.numberNode(bits << unused >>> unused)
                    : JSON.numberNode((int) bits);
        }

        @Override
        public byte[] encode(String field, JsonNode value) {
            ByteBuffer data = ByteBuffer.allocate(size).order(order);
            long number = fitting(field, parse(field, value));
            return (switch (size) {
                        case Byte.BYTES -> data.put((byte) number);
                        case Short.BYTES -> data.putShort((short) number);
                        case Integer.BYTES -> data.putInt((int) number);
                        default -> data.putLong(number);
                    })
                    .array();
        }

        private long bits(ByteBuffer data) {
            return switch (size) {
                case Byte.BYTES -> data.get();
                case Short.BYTES -> data.getShort();
                case Integer.BYTES -> data.getInt();
                default -> data.getLong();
            };
        }

        private long fitting(String field, BigInteger number) {
            int bits = size * Byte.SIZE;
            if (number.bitLength() > (isUnsigned && number.signum() > 0 ? bits : bits - 1)) {
                throw new InvalidArgumentException(field, "does not fit into " + bits + " bits");
            }
            return number.longValue();
        }

        private static BigInteger parse(String field, JsonNode value) {
            if (value.isIntegralNumber()) {
                return value.bigIntegerValue();
            }
            if (value.isString()) {
                return constant(field, value.stringValue());
            }
            throw new InvalidArgumentException(
                    field, "must be an integer, or the name of a constant");
        }

        private static BigInteger constant(String field, String name) {
            try {
                return Constants.parse(name);
            } catch (IllegalArgumentException unknown) {
                throw new InvalidArgumentException(field, String.valueOf(unknown.getMessage()));
            }
        }
    }

    /// An int that is 0 or 1; true and false are taken as well.
    record Flag() implements Codec {

        private static final Whole INT = new Whole(Integer.BYTES, false, nativeOrder());

        @Override
        public int size() {
            return INT.size;
        }

        @Override
        public JsonNode decode(ByteBuffer data) {
            return INT.decode(data);
        }

        @Override
        public byte[] encode(String field, JsonNode value) {
            return INT.encode(field, JSON.numberNode(isSet(field, value) ? 1 : 0));
        }

        private static boolean isSet(String field, JsonNode value) {
            return switch (value.asString("")) {
                case "0", "false" -> false;
                case "1", "true" -> true;
                default -> throw new InvalidArgumentException(field, "must be 0 or 1");
            };
        }
    }

    /// Seconds; `struct timeval` has them in two longs, the second of which is microseconds.
    record Timeval() implements Codec {

        private static final int MICROS = 1_000_000;

        @Override
        public int size() {
            return 2 * Long.BYTES;
        }

        @Override
        public JsonNode decode(ByteBuffer data) {
            data.order(nativeOrder());
            return JSON.numberNode(data.getLong() + data.getLong() / (double) MICROS);
        }

        /// Rounds up, since 0 would mean for ever.
        @Override
        public byte[] encode(String field, JsonNode value) {
            double seconds = value.isNumber() ? value.doubleValue() : Double.NaN;
            long micros = Math.ceilDiv(Seconds.parse(field, seconds).toNanos(), 1000L);
            return ByteBuffer.allocate(size())
                    .order(nativeOrder())
                    .putLong(micros / MICROS)
                    .putLong(micros % MICROS)
                    .array();
        }
    }

    /// A name, up to its NUL.
    record Text() implements Codec {

        /// The kernel would cut longer names off without a word: IFNAMSIZ, TCP_CA_NAME_MAX and
        /// TCP_ULP_NAME_MAX are all 16.
        private static final int LONGEST = 15;

        @Override
        public int size() {
            return 0;
        }

        @Override
        public JsonNode decode(ByteBuffer data) {
            String text = StandardCharsets.UTF_8.decode(data).toString();
            int end = text.indexOf('\0');
            return JSON.stringNode(end < 0 ? text : text.substring(0, end));
        }

        @Override
        public byte[] encode(String field, JsonNode value) {
            byte[] name = withoutNul(field, string(field, value)).getBytes(StandardCharsets.UTF_8);
            if (name.length > LONGEST) {
                throw new InvalidArgumentException(field, "has at most 15 bytes");
            }
            return name;
        }

        /// C would take what stands before it for the whole.
        public static String withoutNul(String field, String text) {
            if (text.indexOf('\0') >= 0) {
                throw new InvalidArgumentException(field, "has a NUL in it");
            }
            return text;
        }

        public static String string(String field, JsonNode value) {
            if (!value.isString()) {
                throw new InvalidArgumentException(field, "must be a string");
            }
            return value.stringValue();
        }
    }

    /// An IP address in its text form.
    record Host(int family, int size) implements Codec {

        @Override
        public JsonNode decode(ByteBuffer data) {
            byte[] address = new byte[size];
            data.get(address);
            return JSON.stringNode(Libc.host().inet_ntop(family, address));
        }

        @Override
        public byte[] encode(String field, JsonNode value) {
            byte[] address = Libc.host().inet_pton(family, text(field, value));
            if (address == null || address.length != size) {
                throw new InvalidArgumentException(field, "must be an IP address of the family");
            }
            return address;
        }

        private static String text(String field, JsonNode value) {
            return Text.withoutNul(field, Text.string(field, value));
        }
    }

    /// Members one after the other; what pads them is written out.
    record Struct(List<Member> members) implements Codec {

        /// One that is `isOptional` is zeros where it is absent.
        public record Member(String name, Codec codec, boolean isOptional) {

            boolean isPadding() {
                return name.isEmpty();
            }
        }

        public static Struct of() {
            return new Struct(List.of());
        }

        public Struct with(String name, Codec codec) {
            return with(new Member(name, codec, false));
        }

        public Struct withOptional(String name, Codec codec) {
            return with(new Member(name, codec, true));
        }

        public Struct padded(Codec codec) {
            return with(new Member("", codec, true));
        }

        private Struct with(Member member) {
            return new Struct(Stream.concat(members.stream(), Stream.of(member)).toList());
        }

        @Override
        public int size() {
            return members.stream().mapToInt(member -> member.codec.size()).sum();
        }

        @Override
        public JsonNode decode(ByteBuffer data) {
            ObjectNode object = JSON.objectNode();
            for (Member member : members) {
                JsonNode value = member.codec.decode(data);
                if (!member.isPadding()) {
                    object.set(member.name, value);
                }
            }
            return object;
        }

        @Override
        public byte[] encode(String field, JsonNode value) {
            requireMembers(field, value);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (Member member : members) {
                String name = field + "." + member.name;
                bytes.writeBytes(encode(name, value.get(member.name), member));
            }
            return bytes.toByteArray();
        }

        private static byte[] encode(String name, @Nullable JsonNode given, Member member) {
            if (given == null && !member.isOptional) {
                throw new InvalidArgumentException(name, "is required");
            }
            return given == null ? new byte[member.codec.size()] : member.codec.encode(name, given);
        }

        private void requireMembers(String field, JsonNode value) {
            List<String> known =
                    members.stream()
                            .filter(member -> !member.isPadding())
                            .map(Member::name)
                            .toList();
            if (!value.isObject()) {
                throw new InvalidArgumentException(field, "must be an object of " + quoted(known));
            }
            for (String name : value.propertyNames()) {
                if (!known.contains(name)) {
                    throw new InvalidArgumentException(
                            field + "." + name, "is not known here; known are " + quoted(known));
                }
            }
        }

        private static String quoted(List<String> names) {
            return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        }
    }

    /// Base64 in a request, and `data` alone in an answer.
    record Raw() implements Codec {

        @Override
        public int size() {
            return 0;
        }

        @Override
        public @Nullable JsonNode decode(ByteBuffer data) {
            return null;
        }

        @Override
        public byte[] encode(String field, JsonNode value) {
            try {
                return JSON.stringNode(Text.string(field, value)).binaryValue();
            } catch (JacksonException malformed) {
                throw new InvalidArgumentException(field, "must be base64");
            }
        }
    }
}
