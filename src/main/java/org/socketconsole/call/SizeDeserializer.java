package org.socketconsole.call;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/// A `size_t`. No call moves more than an `int` can count, so that this is as much as more.
public class SizeDeserializer extends ValueDeserializer<Integer> {

    @Override
    public Integer deserialize(JsonParser parser, DeserializationContext context) {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? Math.clamp(parser.getLongValue(), Integer.MIN_VALUE, Integer.MAX_VALUE)
                : (Integer) context.handleUnexpectedToken(Long.class, parser);
    }
}
