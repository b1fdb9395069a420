package org.socketconsole.model;

import org.socketconsole.model.Check.Difference;
import org.socketconsole.net.Constants;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A sequence as people read it: a program for CPython that shows what each line gives, as in its
/// prompt, and the same as calls of curl, whose `$a` is the id of `a`.
final class Program {

    /// The arguments of each call, and the members of an address, in CPython's order.
    private static final Map<String, List<String>> ORDERS =
            Map.ofEntries(
                    Map.entry("socket", List.of("family", "type", "proto")),
                    Map.entry("socketpair", List.of("family", "type", "proto")),
                    Map.entry("fromfd", List.of("fd", "family", "type", "proto")),
                    Map.entry("select", List.of("read", "write", "except", "timeout")),
                    Map.entry("getsockopt", List.of("level", "optname", "buflen")),
                    Map.entry("setsockopt", List.of("level", "optname", "value", "data", "optlen")),
                    Map.entry("makefile", List.of("mode", "bufsize", "newline")),
                    Map.entry("recv", List.of("bufsize", "flags")),
                    Map.entry("recvfrom", List.of("bufsize", "flags")),
                    Map.entry("recvmsg", List.of("bufsize", "ancbufsize", "flags")),
                    Map.entry("send", List.of("data", "flags")),
                    Map.entry("sendall", List.of("data", "flags")),
                    Map.entry("sendto", List.of("data", "flags", "address")),
                    Map.entry("sendmsg", List.of("buffers", "ancdata", "flags", "address")));

    private static final List<String> MEMBERS =
            List.of(
                    "host",
                    "cid",
                    "port",
                    "flowinfo",
                    "scope_id",
                    "path",
                    "pid",
                    "groups",
                    "ifname",
                    "protocol");

    /// What is longer is shown by its length.
    private static final int LONGEST = 200;

    private static final String FRAME =
            """

            %s
            CPython: %s
            console: %s

            # python3
            import array, fcntl, select
            from socket import *
            %s
            for line in r'''
            %s
            '''.split('\\n'):
                print('>>>', line)
                try:
                    exec(compile(line, '', 'single'))
                except Exception as error:
                    print(repr(error))

            # curl
            %s
            """;

    private final Map<String, Long> constants = new TreeMap<>();

    private Program() {}

    static String of(List<Step> steps, Difference difference) {
        Program program = new Program();
        List<String> python = new ArrayList<>();
        List<String> curl = new ArrayList<>();
        steps.forEach(step -> program.add(step, python, curl));
        return FRAME.formatted(
                difference.step().call(),
                difference.cpython(),
                difference.console(),
                program.values(),
                String.join("\n", python),
                String.join("\n", curl));
    }

    private void add(Step step, List<String> python, List<String> curl) {
        Step other = step.meanwhile();
        python.add(python(step) + (other == null ? "" : "  # meanwhile: " + python(other)));
        curl.add(curl(step) + (other == null ? "" : " &"));
        if (other != null) {
            curl.add(curl(other));
        }
    }

    private String values() {
        return constants.entrySet().stream()
                .map(constant -> constant.getKey() + " = " + constant.getValue())
                .collect(Collectors.joining("; "));
    }

    /// A place for what differs between the two sides.
    private static String placed(String text) {
        return text.replace("@", "9.9").replace("~", "/tmp");
    }

    // Python

    private String python(Step step) {
        String made = String.join(", ", step.as());
        String call = step.call().replace("file.", "") + arguments(step);
        return switch (step.call()) {
            case "socket", "socketpair", "fromfd" -> made + " = " + call;
            case "select" -> "select." + call;
            case "accept" -> made + ", _ = " + step.on() + "." + call;
            case "dup", "makefile" -> made + " = " + step.on() + "." + call;
            case "view" -> step.on();
            case "ioctl" ->
                    "fcntl.ioctl(%s, %s, bytes(4))"
                            .formatted(step.on(), constant(step.args().get("request")));
            default -> step.on() + "." + call;
        };
    }

    private String arguments(Step step) {
        List<String> names =
                ORDERS.getOrDefault(step.call(), List.copyOf(step.args().propertyNames()));
        return names.stream()
                .filter(step.args()::has)
                .map(name -> python(name, step.args().get(name)))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String python(String name, JsonNode value) {
        return switch (name) {
            case "fd" -> value.get("of").stringValue() + ".fileno()";
            case "address" -> address(value);
            case "data" -> bytes(value);
            case "buffers" -> list(value.valueStream().map(Program::bytes).toList());
            case "ancdata" -> list(value.valueStream().map(this::control).toList());
            case "read", "write", "except" -> value.toString().replace("\"", "");
            case "optlen" -> "None, " + value;
            case "flag" -> value.asBoolean() ? "True" : "False";
            case "mode", "newline" -> value.toString();
            default -> constant(value);
        };
    }

    private String address(JsonNode value) {
        if (value.has("of")) {
            return value.get("of").stringValue() + ".getsockname()";
        }
        String members =
                MEMBERS.stream()
                        .filter(value::has)
                        .map(name -> placed(value.get(name).toString()))
                        .collect(Collectors.joining(", "));
        return value.has("path") ? members.replace("\\u0000", "\\0") : "(" + members + ")";
    }

    private static String bytes(JsonNode base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.stringValue());
        if (bytes.length > LONGEST) {
            return "bytes(" + bytes.length + ")";
        }
        String hex =
                new String(bytes, StandardCharsets.ISO_8859_1)
                        .chars()
                        .mapToObj(
                                c ->
                                        c >= ' ' && c < 127 && c != '\'' && c != '\\'
                                                ? Character.toString(c)
                                                : "\\x%02x".formatted(c))
                        .collect(Collectors.joining());
        return "b'" + hex + "'";
    }

    private String control(JsonNode message) {
        List<String> passed =
                message.path("sockets")
                        .valueStream()
                        .map(name -> name.stringValue() + ".fileno()")
                        .toList();
        String data =
                message.has("data")
                        ? bytes(message.get("data"))
                        : "array.array('i', " + list(passed) + ")";
        return "(%s, %s, %s)"
                .formatted(constant(message.get("level")), constant(message.get("type")), data);
    }

    private static String list(List<String> items) {
        return "[" + String.join(", ", items) + "]";
    }

    private String constant(JsonNode value) {
        if (!value.isString()) {
            return value.isNull() ? "None" : value.toString();
        }
        String text = value.stringValue();
        for (String name : text.split("\\|")) {
            Constants.find(name).ifPresent(found -> constants.put(name, found.value()));
        }
        return text.equals("@") ? "253" : text;
    }

    // curl

    private static String curl(Step step) {
        String call = step.call().replace("file.", "");
        String thing = step.call().equals(call) ? "/sockets" : "/files";
        String path = "$API" + thing + (step.on() == null ? "" : "/$" + step.on());
        String url =
                switch (step.call()) {
                    case "close", "file.close" -> "-X DELETE " + path;
                    case "socket", "view" -> path;
                    case "select" -> "$API/select";
                    case "accept", "dup" -> "-X POST " + path + "/" + call;
                    default -> path + "/" + call;
                };
        String made = step.as().isEmpty() ? "" : "  # " + String.join(", ", step.as());
        return "curl " + url + body(step, call.startsWith("get")) + made;
    }

    private static String body(Step step, boolean isQuery) {
        if (isQuery) {
            return step.args().properties().stream()
                    .map(member -> " -d " + member.getKey() + "=" + member.getValue().asString())
                    .collect(Collectors.joining("", step.args().isEmpty() ? "" : " -G", ""));
        }
        String data = step.args().path("data").asString("");
        String json = placed(step.args().toString());
        String shown =
                data.length() > LONGEST * 4 / 3
                        ? json.replace(
                                data,
                                "'$(head -c %d /dev/zero | base64 -w0)'"
                                        .formatted(Base64.getDecoder().decode(data).length))
                        : json;
        return step.args().isEmpty() ? "" : " --json '" + shown + "'";
    }
}
