package org.socketconsole.dispatch;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/// A time as ISO 8601 writes it, and no number, of which nobody could say since when it counts.
final class TimeDeserializer extends StdScalarDeserializer<Instant> {

    TimeDeserializer() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        try {
            return Instant.parse(parser.getString());
        } catch (DateTimeParseException none) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
    }
}
