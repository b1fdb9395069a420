package org.socketconsole.call;

import org.jspecify.annotations.Nullable;
import org.socketconsole.net.Constants;
import org.springframework.http.ResponseEntity;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// A call, its arguments and its result, as Python writes them, shortened where they are long.
final class Repr {

    private static final int LONGEST = 200;
    private static final int BYTES = 32;
    private static final int ITEMS = 3;

    private Repr() {}

    /// `recv(4096)`; arguments after one that was left out have their names.
    static String call(String name, @Nullable Object arguments) {
        return shortened(
                name + "(" + (arguments == null ? "" : arguments((Record) arguments)) + ")");
    }

    /// Null for a call that returns nothing.
    static @Nullable String result(@Nullable Object result) {
        return switch (result) {
            case null -> null;
            case ResponseEntity<?> answer -> result(answer.getBody());
            case Identified made -> made.id();
            case Record only when components(only).size() == 1 ->
                    shortened(value(components(only).getFirst()));
            default -> shortened(value(result));
        };
    }

    private record Component(String name, @Nullable Object value) {}

    private static String arguments(Record arguments) {
        List<String> written = new ArrayList<>();
        boolean skipped = false;
        for (Component component : given(arguments)) {
            if (component.value == null) {
                skipped = true;
            } else {
                String value = argument(component);
                written.add(skipped ? component.name + "=" + value : value);
            }
        }
        return String.join(", ", written);
    }

    /// A payload is its bytes, in whichever form they came.
    private static List<Component> given(Record arguments) {
        List<Component> components = components(arguments);
        if (arguments instanceof Payload payload) {
            components.removeIf(component -> component.name.equals("text"));
            components.replaceAll(
                    component ->
                            component.name.equals("data")
                                    ? new Component("data", payload.bytes())
                                    : component);
        }
        return components;
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
                    escaped.append(
                            String.format(
                                    character < 256 ? "\\x%02x" : "\\u%04x", (int) character));
                } else {
                    escaped.append(character);
                }
            }
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    private static List<Component> components(Record of) {
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : of.getClass().getRecordComponents()) {
            components.add(new Component(SnakeCase.of(component.getName()), get(of, component)));
        }
        return components;
    }

    private static @Nullable Object get(Record of, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(Objects.toString(component), impossible);
        }
    }
}
