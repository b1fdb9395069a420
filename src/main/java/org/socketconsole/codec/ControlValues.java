package org.socketconsole.codec;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.libc.ControlMessage;
import org.socketconsole.net.Constant;
import org.socketconsole.net.Constants;
import org.socketconsole.net.Table;

import tools.jackson.databind.JsonNode;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The data of control messages in words, for the forms of `controls.tsv`. What one is sent as can
/// differ from what it is received as; a form that is empty there is not known in that direction.
public final class ControlValues {

    private record Key(int level, int type) {}

    private record Form(Key key, @Nullable ControlKind received, @Nullable ControlKind sent) {

        static Form of(String[] cells) {
            Key key = new Key(number(cells[0]), number(cells[1]));
            return new Form(key, kind(cells[2]), kind(cells[3]));
        }

        private static int number(String name) {
            return (int) Constants.find(name).map(Constant::value).orElseThrow().longValue();
        }

        private static @Nullable ControlKind kind(String cell) {
            return cell.isEmpty() ? null : ControlKind.valueOf(cell.toUpperCase(Locale.ROOT));
        }
    }

    private static final Map<Key, Form> FORMS =
            Table.rows("controls").stream()
                    .map(Form::of)
                    .collect(Collectors.toUnmodifiableMap(Form::key, Function.identity()));

    private ControlValues() {}

    /// Null where the form is not known, or the data is shorter.
    public static @Nullable JsonNode decode(ControlMessage message) {
        Form form = FORMS.get(new Key(message.level(), message.type()));
        if (form == null || form.received == null) {
            return null;
        }
        Codec codec = form.received.codec();
        return message.data().length < codec.size()
                ? null
                : codec.decode(ByteBuffer.wrap(message.data()));
    }

    public static byte[] encode(int level, int type, String field, JsonNode value) {
        Form form = FORMS.get(new Key(level, type));
        if (form == null || form.sent == null) {
            throw new InvalidArgumentException(
                    field, "has no form here for this level and type; send its bytes, as `data`");
        }
        return form.sent.codec().encode(field, value);
    }
}
