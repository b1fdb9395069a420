package org.socketconsole.model;

import static org.socketconsole.net.SocketConstants.SOL_SOCKET;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import org.jspecify.annotations.Nullable;
import org.socketconsole.net.Table;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Where the console is not to do call by call what CPython does, or it cannot be compared: each
/// exception once, with its reason.
///
/// @param when the calls that it is about
record Exemption(String name, String reason, Predicate<Case> when, Effect effect) {

    /// A call, and what is known of what it is made on.
    ///
    /// @param kind of a socket
    /// @param mode of a file
    record Case(Step step, @Nullable Kind kind, @Nullable String mode, boolean isClosed) {

        boolean is(String... calls) {
            return step.isOf(calls);
        }

        /// The size of what is sent.
        int payload() {
            return Base64.getDecoder().decode(step.args().path("data").asString("")).length;
        }

        boolean isSend() {
            return step.call().startsWith("send");
        }

        boolean isInet() {
            return kind != null && kind.isInet();
        }

        boolean isRaw() {
            return kind != null && kind.isRaw() && (kind.isInet() || isOf("AF_PACKET"));
        }

        boolean isOf(String family) {
            return kind != null && kind.family().equals(family);
        }

        /// A queue of errors.
        boolean hasErrors() {
            return kind != null && kind.isInet() || isOf("AF_PACKET") || isOf("AF_VSOCK");
        }

        boolean isTcp() {
            return isStream() && kind.isInet();
        }

        boolean isStream() {
            return kind != null && kind.isStream();
        }

        boolean isOption(Set<String> names) {
            return is("getsockopt", "setsockopt") && names.stream().anyMatch(step::isOption);
        }
    }

    sealed interface Effect {}

    /// How CPython is to be called: as `model.py` has it.
    record Ask(String how) implements Effect {}

    /// CPython is not asked, and the console refuses like this, a pattern.
    record Refused(String raised) implements Effect {}

    /// These members of what is answered are not compared.
    record Hidden(Set<String> members) implements Effect {}

    /// The data of control messages of the level `SOL_SOCKET` and of `PORTS`, and what all of them
    /// are in words, is not compared.
    record HiddenControl() implements Effect {}

    /// CPython may end like this and the console like that, each a pattern of `ok` or of what is
    /// raised. The sequence is then at its end, since the two are in different states.
    record Differs(String cpython, String console) implements Effect {}

    /// The sequence ends with it, however it ends: what comes after it would differ.
    record Last() implements Effect {}

    /// A file is not used again when a call on it has ended like this, a pattern as above.
    record Forgotten(String end) implements Effect {}

    private static final Set<String> NEVER_SAME =
            Set.of(
                    "IP_PROTOCOL", // the port, where it is not a raw socket's
                    "SO_COOKIE",
                    "SO_INCOMING_CPU",
                    "SO_INCOMING_NAPI_ID",
                    "SO_MEMINFO",
                    "SO_PEERCRED",
                    "TCP_CC_INFO",
                    "TCP_INFO",
                    "TCP_QUEUE_SEQ",
                    "TCP_QUICKACK",
                    "TCP_REPAIR_WINDOW",
                    "TCP_SAVED_SYN",
                    "TCP_TIMESTAMP");

    private static final Set<String> READ_THEIR_BUFFER =
            Set.of(
                    "IPV6_FLOWLABEL_MGR",
                    "IP_MSFILTER",
                    "MCAST_MSFILTER",
                    "PACKET_HDRLEN",
                    "TCP_AO_INFO",
                    "TCP_AO_REPAIR");

    /// Of control messages that hold a port that the kernel chose, the level and the type:
    /// `IP_ORIGDSTADDR` and `IPV6_ORIGDSTADDR`.
    private static final Map<Integer, Integer> PORTS = Map.of(0, 20, 41, 74);

    private static final Set<String> WIDE =
            Set.of("SO_COOKIE", "SO_MAX_PACING_RATE", "SO_NETNS_COOKIE");

    /// The names of the options that are refused, by the call.
    private static final Map<String, Set<String>> REFUSED =
            Table.rows("options-refused").stream()
                    .collect(
                            groupingBy(
                                    cells -> cells[3].toLowerCase(Locale.ROOT) + "sockopt",
                                    mapping(cells -> cells[1], toSet())));

    static final List<Exemption> ALL =
            List.of(
                    new Exemption(
                            "closed",
                            "An id is gone with its close (api.md 3). CPython answers some calls on"
                                    + " closed objects, and closes late where a file is open.",
                            Case::isClosed,
                            new Refused("errno 9")),
                    new Exemption(
                            "poll first",
                            "With a time-out CPython polls and then calls; the console calls first, so"
                                    + " that an errno that the kernel has is told at once.",
                            c ->
                                    c.is(
                                            "accept",
                                            "recv",
                                            "recvfrom",
                                            "recvmsg",
                                            "send",
                                            "sendmsg",
                                            "sendto"),
                            new Ask("first")),
                    new Exemption(
                            "poll first in several steps",
                            "As above, where CPython itself makes several calls.",
                            c -> c.is("sendall") || c.step().call().startsWith("file."),
                            new Differs("timeout", "errno .*|ok")),
                    new Exemption(
                            "flags that never wait",
                            "With a time-out CPython polls also for a call that its flags forbid to wait.",
                            c ->
                                    c.step().hasFlag("MSG_DONTWAIT")
                                            || c.step().hasFlag("MSG_OOB")
                                                    && c.isStream()
                                                    && !c.isSend()
                                            || c.step().hasFlag("MSG_ERRQUEUE") && c.hasErrors(),
                            new Ask("only")),
                    new Exemption(
                            "descriptor",
                            "Each process has its own.",
                            c -> c.is("fileno"),
                            new Hidden(Set.of("fileno"))),
                    new Exemption(
                            "options that are never the same",
                            "They tell of clocks, processors, processes and memory.",
                            c -> c.isOption(NEVER_SAME),
                            new Hidden(Set.of("data", "value"))),
                    new Exemption(
                            "protocol of the side",
                            "A raw socket has another on each side, so that they do not meet.",
                            c -> c.isRaw() && c.isOption(Set.of("SO_PROTOCOL")),
                            new Hidden(Set.of("data", "value"))),
                    new Exemption(
                            "control messages that are never the same",
                            "Descriptors, credentials, times, ports; and CPython has no words for them.",
                            c -> c.is("recvmsg"),
                            new HiddenControl()),
                    new Exemption(
                            "pieces",
                            "What is sent on a stream goes to the kernel in pieces of 64 KiB: they fill a"
                                    + " buffer otherwise than one call, and an error can come between.",
                            c -> c.is("send") && c.isStream() && c.payload() > 64 * 1024,
                            new Last()),
                    new Exemption(
                            "flags of what was received",
                            "CPython has them of recvmsg alone.",
                            c -> c.is("recv", "recvfrom"),
                            new Hidden(Set.of("msg_flags"))),
                    new Exemption(
                            "room",
                            "A large buffer is as large as what the kernel holds, not as what comes while it"
                                    + " is filled.",
                            c ->
                                    c.isStream()
                                            && c.step().args().path("bufsize").asInt(0) > 64 * 1024,
                            new Differs("ok", "ok")),
                    new Exemption(
                            "MSG_TRUNC",
                            "CPython gives memory that was never written for what did not fit.",
                            c -> c.step().hasFlag("MSG_TRUNC"),
                            new Hidden(Set.of("data", "size"))),
                    new Exemption(
                            "option that reads its buffer",
                            "CPython's has never been written, the console's has zeros.",
                            c -> c.isOption(READ_THEIR_BUFFER),
                            new Differs(".*", ".*")),
                    new Exemption(
                            "memory and descriptors of the server",
                            "Options that name them are refused (options-refused.tsv).",
                            c -> c.isOption(REFUSED.getOrDefault(c.step().call(), Set.of())),
                            new Refused("forbidden|argument")),
                    new Exemption(
                            "MSG_ZEROCOPY",
                            "The kernel would go on to read a buffer that has other bytes by then.",
                            c -> c.step().hasFlag("MSG_ZEROCOPY"),
                            new Refused("forbidden|argument|errno 19")),
                    new Exemption(
                            "what is not sent yet",
                            "SIOCOUTQ counts memory with AF_UNIX, and what the peer acknowledges in its"
                                    + " own time with TCP; pieces of 64 KiB fill both otherwise.",
                            c -> c.is("ioctl") && c.step().hasRequest("SIOCOUTQ", "SIOCOUTQNSD"),
                            new Hidden(Set.of("value"))),
                    new Exemption(
                            "numbers of 64 bits",
                            "They are read as such without a buflen; CPython has a C int for them.",
                            c -> c.isOption(WIDE),
                            new Differs("errno 22", "ok")),
                    new Exemption(
                            "header",
                            "A raw socket receives it: addresses, id and checksum of IPv4, the protocol of"
                                    + " Ethernet.",
                            Case::isRaw,
                            new Hidden(Set.of("data"))),
                    new Exemption(
                            "address of no form",
                            "A call with an address of a family that the API has no form for is"
                                    + " EAFNOSUPPORT (api.md 2).",
                            c ->
                                    c.isOf("AF_XDP")
                                            && c.is(
                                                    "bind",
                                                    "connect",
                                                    "connect_ex",
                                                    "getpeername",
                                                    "getsockname",
                                                    "sendto"),
                            new Refused("errno 97")),
                    new Exemption(
                            "address of no form that may come",
                            "CPython does not ask the kernel, which has an errno for it or needs no address.",
                            c -> c.isOf("AF_XDP") && c.is("accept", "recvfrom", "recvmsg"),
                            new Differs("argument", "errno .*")),
                    new Exemption(
                            "nothing there for a text file",
                            "EAGAIN in non-blocking mode (api.md 4), which CPython's text layer takes for"
                                    + " the end.",
                            c -> c.is("file.read", "file.readline", "file.readlines"),
                            new Differs("ok|argument", "errno 11")),
                    new Exemption(
                            "bytes that are no text",
                            "They are given as they came (api.md 4). So are lines of an unbuffered file"
                                    + " in non-blocking mode, where CPython fails and loses them.",
                            c -> c.is("file.read", "file.readline", "file.readlines"),
                            new Differs("argument", "ok")),
                    new Exemption(
                            "a file's read that is interrupted",
                            "CPython drops what it had read by then.",
                            c -> c.mode() != null,
                            new Forgotten("waits")),
                    new Exemption(
                            "text that is read and written",
                            "With each write CPython drops what it had read ahead.",
                            c -> c.is("file.write") && "rw".equals(c.mode()),
                            new Forgotten(".*")),
                    new Exemption(
                            "no byte to receive",
                            "The kernel waits for some, and then gives none also to a signal.",
                            c ->
                                    c.is("recvfrom", "recvmsg")
                                            && c.step().args().get("bufsize").asInt() == 0,
                            new Differs("ok", "waits")),
                    new Exemption(
                            "line buffered",
                            "bufsize 1 means to text what it means to open() (api.md 4); CPython's makefile"
                                    + " takes it for a size.",
                            c ->
                                    c.is("makefile")
                                            && c.step().args().get("bufsize").asInt() == 1
                                            && !c.step()
                                                    .args()
                                                    .get("mode")
                                                    .asString()
                                                    .endsWith("b"),
                            new Ask("line")),
                    new Exemption(
                            "full backlog of AF_UNIX",
                            "The console waits for room, as in blocking mode; CPython ends with the kernel's"
                                    + " EAGAIN.",
                            c -> c.is("connect") && c.isOf("AF_UNIX"),
                            new Differs("errno 11", "timeout")),
                    new Exemption(
                            "what can never go",
                            "After an error CPython's file keeps what it could not send, and fails anew"
                                    + " with all that is written later; the console's drops it.",
                            c -> c.is("file.write", "file.flush", "file.close"),
                            new Differs("errno .*", "ok")),
                    new Exemption(
                            "every interface",
                            "An empty ifname, which an unbound AF_PACKET socket's address has, is no"
                                    + " interface to CPython.",
                            c -> c.isOf("AF_PACKET") && c.step().args().has("address"),
                            new Differs("errno 19", ".*")),
                    new Exemption(
                            "buffer of an AF_VSOCK option",
                            "CPython reads and sets options of these sockets as numbers alone.",
                            c -> c.isOf("AF_VSOCK") && !c.step().args().has("value"),
                            new Differs("argument", ".*")));

    private static void hide(JsonNode control) {
        ObjectNode members = (ObjectNode) control;
        members.remove("value");
        int level = control.get("level").asInt();
        if (level == SOL_SOCKET || PORTS.getOrDefault(level, -1) == control.get("type").asInt()) {
            members.remove("data");
        }
    }

    static List<Effect> of(Case call) {
        return ALL.stream().filter(e -> e.when.test(call)).map(Exemption::effect).toList();
    }

    static boolean mayDiffer(JsonNode cpython, JsonNode console, List<Effect> effects) {
        return effects.stream()
                .anyMatch(
                        effect ->
                                effect instanceof Differs(String one, String other)
                                        && end(cpython).matches(one)
                                        && end(console).matches(other));
    }

    static boolean isForgotten(JsonNode outcome, List<Effect> effects) {
        return effects.stream()
                .anyMatch(
                        effect ->
                                effect instanceof Forgotten(String end)
                                        && end(outcome).matches(end));
    }

    static String end(JsonNode outcome) {
        return outcome.path("raised").asString("ok");
    }

    /// Without what is not compared.
    static JsonNode hidden(JsonNode outcome, List<Effect> effects) {
        for (Effect effect : effects) {
            if (outcome.get("ok") instanceof ObjectNode value) {
                switch (effect) {
                    case Hidden(Set<String> members) -> value.remove(members);
                    case HiddenControl() -> value.path("ancdata").forEach(Exemption::hide);
                    default -> {}
                }
            }
        }
        return outcome;
    }
}
