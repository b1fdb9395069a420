package org.socketconsole.dispatch;

import org.socketconsole.call.Address;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.node.TreeTraversingParser;

/// Takes an address in each of its forms, see [Address#members].
final class AddressDeserializer extends DelegatingDeserializer {

    AddressDeserializer(ValueDeserializer<?> ofMembers) {
        super(ofMembers);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> ofMembers) {
        return new AddressDeserializer(ofMembers);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        int family = (int) context.getAttribute(Address.FAMILY);
        JsonNode members = Address.members(context.readTree(parser), family);
        try (JsonParser forms = new TreeTraversingParser(members, context)) {
            forms.nextToken();
            return super.deserialize(forms, context);
        }
    }
}
