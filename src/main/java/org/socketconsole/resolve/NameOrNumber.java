package org.socketconsole.resolve;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/// A text that may be a number of JSON: the port of an address is one.
final class NameOrNumber extends ValueDeserializer<String> {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? parser.getString()
                : context.readValue(parser, String.class);
    }
}
