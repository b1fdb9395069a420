package org.socketconsole.dispatch;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// True and false, for which C has 1 and 0.
final class BooleanDeserializer extends StdScalarDeserializer<Boolean> {

    BooleanDeserializer() {
        super(Boolean.class);
    }

    @Override
    public Boolean deserialize(JsonParser parser, DeserializationContext context) {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case JsonToken token when token == JsonToken.VALUE_NUMBER_INT && isBit(parser) ->
                    parser.getIntValue() == 1;
            default -> (Boolean) context.handleUnexpectedToken(Boolean.class, parser);
        };
    }

    private static boolean isBit(JsonParser parser) {
        String text = parser.getString();
        return text.equals("0") || text.equals("1");
    }
}
