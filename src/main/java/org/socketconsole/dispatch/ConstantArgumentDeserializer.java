package org.socketconsole.dispatch;

import org.socketconsole.call.ConstantArgument;
import org.socketconsole.net.Constants;

import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Refuses the name of a constant of another kind than the parameter's, whose number would be taken
/// for one of that kind. A number says nothing of its kind.
final class ConstantArgumentDeserializer extends ValueDeserializer<ConstantArgument> {

    /// The type of a control message depends on its level, a protocol and an option on more.
    private static final Map<String, List<String>> PREFIXES =
            Map.of(
                    "family", List.of("AF_", "PF_"),
                    "flags", List.of("MSG_", "AI_", "NI_"),
                    "how", List.of("SHUT_"),
                    "level", List.of("SOL_", "IPPROTO_", "AF_VSOCK"),
                    "type", List.of("SOCK_"));

    @Override
    public ConstantArgument deserialize(JsonParser parser, DeserializationContext context) {
        List<String> prefixes = prefixes(parser.streamReadContext());
        JsonNode node = context.readTree(parser);
        ConstantArgument constant = ConstantArgument.of(node);
        if (node.isString() && !prefixes.isEmpty()) {
            Stream.of(node.stringValue().split("\\|"))
                    .forEach(part -> requireKind(part.strip(), prefixes));
        }
        return constant;
    }

    private static List<String> prefixes(TokenStreamContext place) {
        return place.inObject() && place.getParent().inRoot()
                ? PREFIXES.getOrDefault(place.currentName(), List.of())
                : List.of();
    }

    private static void requireKind(String part, List<String> prefixes) {
        if (Constants.find(part).isPresent() && prefixes.stream().noneMatch(part::startsWith)) {
            throw new IllegalArgumentException(
                    part + " is no constant of " + String.join(" or ", prefixes));
        }
    }
}
