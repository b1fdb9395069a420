package org.socketconsole.model;

import org.socketconsole.net.Constants;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Brings the outcomes of one side's calls into a form that does not depend on the side: what the
/// kernel chose is numbered in the order in which it was seen.
final class Outcomes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// What a view of a socket has that CPython's sockets have too.
    private static final Set<String> SHOWN =
            Set.of("family", "type", "proto", "timeout", "state", "local_address", "peer_address");

    /// What CPython does not tell.
    private static final Set<String> OURS =
            Set.of("offset", "text", "length", "strerror", "symbol");

    private static final Set<String> CONSTANTS =
            Set.of("family", "type", "proto", "level", "msg_flags", "protocol", "pkttype");

    private static final int LAST_WELL_KNOWN_PORT = 1023;

    private final Setting setting;
    private final Map<String, Integer> seen = new HashMap<>();

    Outcomes(Setting setting) {
        this.setting = setting;
    }

    JsonNode canonical(JsonNode node) {
        return canonical("", node);
    }

    private JsonNode canonical(String name, JsonNode node) {
        if (node.isObject()) {
            return members(node);
        }
        if (node.isArray()) {
            var items = NODES.arrayNode();
            node.forEach(item -> items.add(canonical(name, item)));
            return items;
        }
        if (node.isNumber()) {
            return number(name, node);
        }
        return node.isString() ? text(name, node.stringValue()) : node;
    }

    private ObjectNode members(JsonNode node) {
        Map<String, JsonNode> members = new TreeMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        if (members.containsKey("id")) {
            members.keySet().retainAll(SHOWN);
        }
        members.keySet().removeAll(OURS);
        ObjectNode result = NODES.objectNode();
        members.forEach((name, value) -> result.set(name, canonical(name, value)));
        return result;
    }

    private JsonNode number(String name, JsonNode node) {
        long number = node.asLong();
        boolean chosen =
                name.equals("port") && number > LAST_WELL_KNOWN_PORT
                        || name.equals("pid") && number != 0;
        if (isSides(name, number)) {
            return NODES.stringNode("@");
        }
        return chosen ? numbered(name, node.asString()) : NODES.numberNode(node.decimalValue());
    }

    /// A raw socket has its protocol in the place of a port.
    private boolean isSides(String name, long number) {
        return switch (name) {
            case "protocol" -> number == setting.protocol();
            case "proto", "port" -> number == setting.proto();
            default -> false;
        };
    }

    private JsonNode text(String name, String text) {
        if (CONSTANTS.contains(name)) {
            return number(name, NODES.numberNode(Constants.parse(text)));
        }
        boolean autobound = name.equals("path") && text.matches("\0[0-9a-f]{5}");
        return autobound ? numbered(name, text) : NODES.stringNode(setting.general(text));
    }

    private JsonNode numbered(String kind, String chosen) {
        int number = seen.computeIfAbsent(kind + " " + chosen, _ -> seen.size());
        return NODES.stringNode(kind + " #" + number);
    }
}
