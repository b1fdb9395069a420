package org.socketconsole.call;

import static org.socketconsole.net.SocketConstants.AF_VSOCK;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;

/// A port, which is a number but for AF_VSOCK, whose ports have names.
class PortDeserializer extends ValueDeserializer<Long> {

    @Override
    public Long deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode port = context.readTree(parser);
        if (Integer.valueOf(AF_VSOCK).equals(context.getAttribute(Address.FAMILY))) {
            return ConstantArgument.wide(port);
        }
        if (!port.isIntegralNumber() || !port.canConvertToLong()) {
            throw new IllegalArgumentException("must be 0 to 65535");
        }
        return port.longValue();
    }
}
