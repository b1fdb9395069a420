package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.call.BufferArgument;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.Created;
import org.socketconsole.call.Identified;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.Payload;
import org.socketconsole.call.SnakeCase;
import org.socketconsole.call.Spelled;
import org.socketconsole.call.Streamed;
import org.socketconsole.net.Constants;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A call, its arguments and its result, as Python writes them, shortened where they are long.
final class Repr {

    private static final int LONGEST = 200;
    private static final int BYTES = 32;
    private static final int ITEMS = 3;
    private static final HexFormat HEX = HexFormat.of();
    private static final Set<String> FORMS = Set.of("text", "hex");

    private static final ClassValue<Shape> SHAPES =
            new ClassValue<>() {
                @Override
                protected Shape computeValue(Class<?> type) {
                    return Shape.of(type);
                }
            };

    private Repr() {}

    /// `4096, flags=0`: arguments after one that was left out have their names.
    static String arguments(Object record) {
        List<String> written = new ArrayList<>();
        boolean skipped = false;
        for (Component component : given((Record) record)) {
            if (component.value == null) {
                skipped = true;
            } else {
                String value = argument((Record) record, component);
                written.add(skipped ? component.name + "=" + value : value);
            }
        }
        return shortened(String.join(", ", written));
    }

    static @Nullable String result(Object result) {
        return switch (result) {
            case Created<?> made -> result(made.body());
            case Identified made -> made.id();
            case Streamed file -> file.filename();
            case Record only when components(only).size() == 1 ->
                    shortened(value(components(only).getFirst().value));
            default -> shortened(value(result));
        };
    }

    /// Whether it may be long, as only its reader can tell.
    static boolean hasList(@Nullable Object result) {
        return result instanceof Collection
                || result instanceof Record record && SHAPES.get(record.getClass()).hasList
                || result instanceof Created<?> made && hasList(made.body());
    }

    private record Component(String name, @Nullable Object value) {}

    /// A payload is its bytes, in whichever form they came; one that came in none or in two stays
    /// as it was.
    private static List<Component> given(Record arguments) {
        List<Component> components = components(arguments);
        if (arguments instanceof Payload payload && bytes(payload) instanceof byte[] bytes) {
            components.removeIf(component -> FORMS.contains(component.name));
            components.replaceAll(
                    component ->
                            component.name.equals("data")
                                    ? new Component("data", bytes)
                                    : component);
        }
        return components;
    }

    private static byte @Nullable [] bytes(Payload payload) {
        try {
            return payload.bytes();
        } catch (InvalidArgumentException none) {
            return null;
        }
    }

    private static String argument(Record arguments, Component component) {
        String spelled = arguments instanceof Spelled names ? names.spelled(component.name) : null;
        return spelled != null ? spelled : argument(component);
    }

    private static String argument(Component component) {
        return component.value instanceof ConstantArgument constant
                ? constant(component.name, constant.bits())
                : value(component.value);
    }

    /// By the parameter's name, as the API's tables have it.
    private static String constant(String parameter, int bits) {
        return switch (parameter) {
            case "family" -> Constants.name("AF_", bits);
            case "type" -> Constants.name("SOCK_", bits);
            case "how" -> Constants.name("SHUT_", bits);
            case "flags" -> bits == 0 ? "0" : Constants.flags("MSG_", bits);
            default -> Integer.toString(bits);
        };
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case Component component -> component.name + "=" + value(component.value);
            case Boolean truth -> truth ? "True" : "False";
            case String text -> "'" + shortened(escaped(text)) + "'";
            case byte[] bytes -> bytes(bytes);
            case Address address -> address(address);
            case BufferArgument buffer -> bytes(buffer.bytes());
            case ConstantArgument constant -> Integer.toString(constant.bits());
            case Identified made -> made.id();
            case Collection<?> items -> items(items);
            case Record parts ->
                    components(parts).stream()
                            .filter(part -> part.value != null)
                            .map(Repr::value)
                            .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static String address(Address address) {
        if (address.host() != null && address.port() != null) {
            return "('" + escaped(address.host()) + "', " + address.port() + ")";
        }
        return address.path() != null
                ? "'" + escaped(address.path()) + "'"
                : components(address).stream()
                        .filter(part -> part.value != null)
                        .map(Repr::value)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String items(Collection<?> items) {
        return items.stream()
                .limit(ITEMS)
                .map(Repr::value)
                .collect(Collectors.joining(", ", "[", items.size() > ITEMS ? ", …]" : "]"));
    }

    private static String bytes(byte[] bytes) {
        int shown = Math.min(bytes.length, BYTES);
        String text = new String(bytes, 0, shown, StandardCharsets.ISO_8859_1);
        return "b'" + escaped(text) + "'" + (shown < bytes.length ? "… " + bytes.length : "");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().limit(LONGEST).forEach(character -> escape((char) character, escaped));
        return escaped.toString();
    }

    private static void escape(char character, StringBuilder escaped) {
        switch (character) {
            case '\n' -> escaped.append("\\n");
            case '\r' -> escaped.append("\\r");
            case '\t' -> escaped.append("\\t");
            case '\'' -> escaped.append("\\'");
            case '\\' -> escaped.append("\\\\");
            default -> {
                if (character < ' ' || character > '~') {
                    escaped.append(character < 256 ? "\\x" : "\\u")
                            .append(HEX.toHexDigits(character), character < 256 ? 2 : 0, 4);
                } else {
                    escaped.append(character);
                }
            }
        }
    }

    static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    private static List<Component> components(Record of) {
        List<Component> components = new ArrayList<>();
        for (Part part : SHAPES.get(of.getClass()).parts) {
            components.add(new Component(part.name, part.get(of)));
        }
        return components;
    }

    /// What records of a class look like.
    private record Shape(List<Part> parts, boolean hasList) {

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            return new Shape(
                    Arrays.stream(components).map(Part::of).toList(),
                    Arrays.stream(components).anyMatch(Shape::isList));
        }

        private static boolean isList(RecordComponent component) {
            return Collection.class.isAssignableFrom(component.getType());
        }
    }

    private record Part(String name, Method accessor) {

        static Part of(RecordComponent component) {
            component.getAccessor().setAccessible(true);
            return new Part(SnakeCase.of(component.getName()), component.getAccessor());
        }

        @Nullable Object get(Record of) {
            try {
                return accessor.invoke(of);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(name, impossible);
            }
        }
    }
}
