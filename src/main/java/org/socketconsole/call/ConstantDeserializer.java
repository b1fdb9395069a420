package org.socketconsole.call;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/// A number that may be given by a constant's name.
class ConstantDeserializer extends ValueDeserializer<Long> {

    @Override
    public Long deserialize(JsonParser parser, DeserializationContext context) {
        return ConstantArgument.wide(context.readTree(parser));
    }
}
