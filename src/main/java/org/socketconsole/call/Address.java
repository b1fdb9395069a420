package org.socketconsole.call;

import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;
import static org.socketconsole.net.SocketConstants.AF_NETLINK;
import static org.socketconsole.net.SocketConstants.AF_PACKET;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.AF_VSOCK;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// A socket address on the wire; the socket's family decides which members it has.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "A socket address. AF_INET: host, port. AF_INET6: also flowinfo, scope_id. AF_UNIX:"
                        + " path or path_bytes. AF_PACKET: ifname, protocol, pkttype, hatype, hwaddr."
                        + " AF_NETLINK: pid, groups. AF_VSOCK: cid, port. A request also takes these"
                        + " members in a list, in this order, and a path of AF_UNIX as a string.",
        example = "{\"host\": \"127.0.0.1\", \"port\": 50007}")
public record Address(
        @Schema(description = "The family's name; in a request it is checked, where it is given")
                @Nullable String family,
        @Schema(description = "A name or a literal; \"\" is any address, \"<broadcast>\" all hosts")
                @Nullable String host,
        @Schema(
                        description =
                                "In host byte order; 32 bits for AF_VSOCK, where it may be a constant")
                @JsonDeserialize(using = PortDeserializer.class)
                @Nullable Long port,
        @Nullable Integer flowinfo,
        @Nullable Long scopeId,
        @Schema(description = "Behind a U+0000: the abstract namespace") @Nullable String path,
        @Schema(description = "A path that is not UTF-8") byte @Nullable [] pathBytes,
        @Nullable String ifname,
        @Schema(description = "An ETH_P_ constant, in host byte order")
                @JsonDeserialize(using = ConstantDeserializer.class)
                @Nullable Long protocol,
        @Schema(description = "A PACKET_ constant")
                @JsonDeserialize(using = ConstantDeserializer.class)
                @Nullable Long pkttype,
        @Nullable Long hatype,
        byte @Nullable [] hwaddr,
        @Nullable Long pid,
        @Nullable Long groups,
        @Schema(description = "A VMADDR_CID_ constant, or the number of a machine")
                @JsonDeserialize(using = ConstantDeserializer.class)
                @Nullable Long cid) {

    /// The attribute of who reads it that has the socket's family.
    public static final String FAMILY = "family";

    private static final List<String> INET = List.of("host", "port");

    private static final Map<Integer, List<String>> MEMBERS =
            Map.of(
                    AF_INET, INET,
                    AF_INET6, List.of("host", "port", "flowinfo", "scope_id"),
                    AF_UNIX, List.of("path", "path_bytes"),
                    AF_PACKET, List.of("ifname", "protocol", "pkttype", "hatype", "hwaddr"),
                    AF_NETLINK, List.of("pid", "groups"),
                    AF_VSOCK, List.of("cid", "port"));

    /// The members of the family's addresses, in the order of Python's tuples; none where the
    /// family's addresses have no form.
    public static List<String> members(int family) {
        return MEMBERS.getOrDefault(family, List.of());
    }

    /// Python's forms, a string for a UNIX path and a tuple for the others, are taken as well.
    public static JsonNode members(JsonNode given, int family) {
        if (given.isString()) {
            return path(given, family);
        }
        if (given instanceof ObjectNode object && object.path("family").isIntegralNumber()) {
            return object.deepCopy().put("family", object.get("family").asString());
        }
        return given instanceof ArrayNode tuple ? members(tuple, family) : given;
    }

    /// The names of the members that are there, but for the family.
    public Set<String> given() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("host", host);
        members.put("port", port);
        members.put("flowinfo", flowinfo);
        members.put("scope_id", scopeId);
        members.put("path", path);
        members.put("path_bytes", pathBytes);
        members.put("ifname", ifname);
        members.put("protocol", protocol);
        members.put("pkttype", pkttype);
        members.put("hatype", hatype);
        members.put("hwaddr", hwaddr);
        members.put("pid", pid);
        members.put("groups", groups);
        members.put("cid", cid);
        members.values().removeIf(Objects::isNull);
        return members.keySet();
    }

    public static Address inet(String host, int port) {
        return new Address(
                "AF_INET",
                host,
                (long) port,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static Address inet6(String host, int port, int flowinfo, long scopeId) {
        return new Address(
                "AF_INET6",
                host,
                (long) port,
                flowinfo,
                scopeId,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// A name that is not UTF-8 travels as bytes.
    public static Address unix(byte[] path) {
        String text = Text.of(path);
        return new Address(
                "AF_UNIX",
                null,
                null,
                null,
                null,
                text,
                text == null ? path : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static Address packet(
            String ifname, int protocol, int pkttype, int hatype, byte[] hwaddr) {
        return new Address(
                "AF_PACKET",
                null,
                null,
                null,
                null,
                null,
                null,
                ifname,
                (long) protocol,
                (long) pkttype,
                (long) hatype,
                hwaddr,
                null,
                null,
                null);
    }

    public static Address netlink(long pid, long groups) {
        return new Address(
                "AF_NETLINK",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                pid,
                groups,
                null);
    }

    public static Address vsock(long cid, long port) {
        return new Address(
                "AF_VSOCK",
                null,
                port,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                cid);
    }

    /// A request's member that holds one.
    public static String example(int family) {
        List<String> names =
                family == AF_UNIX ? List.of("path") : MEMBERS.getOrDefault(family, INET);
        String object =
                names.stream()
                        .map("\"%s\": …"::formatted)
                        .collect(Collectors.joining(", ", "{", "}"));
        Object python = family == AF_UNIX ? "path" : names;
        return "{\"address\": %s}, or {\"address\": %s}".formatted(object, python);
    }

    private static ObjectNode path(JsonNode path, int family) {
        if (family != AF_UNIX && MEMBERS.containsKey(family)) {
            throw new IllegalArgumentException("must be " + form(family));
        }
        return JsonNodeFactory.instance.objectNode().set("path", path);
    }

    /// What is given of a family without a form is for the call to refuse.
    private static ObjectNode members(ArrayNode tuple, int family) {
        List<String> names = members(family);
        if (family == AF_UNIX || tuple.size() > names.size() && !names.isEmpty()) {
            throw new IllegalArgumentException("must be " + form(family));
        }
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < Math.min(tuple.size(), names.size()); i++) {
            members.set(names.get(i), tuple.get(i));
        }
        return members;
    }

    private static String form(int family) {
        return family == AF_UNIX
                ? "a path, or an object with `path` or `path_bytes`"
                : members(family) + ", or an object with these members";
    }
}
