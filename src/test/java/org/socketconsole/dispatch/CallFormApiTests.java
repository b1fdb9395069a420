package org.socketconsole.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.net.Constant;
import org.socketconsole.net.Constants;
import org.socketconsole.net.Table;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;

import tools.jackson.databind.JsonNode;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

class CallFormApiTests extends ContractTests {

    /// The calls of the contract's tables, but for lists and for what is looked up in a table.
    private static final List<String> OF_THE_CONTRACT =
            List.of(
                    """
                    accept bind close connect connect_ex dup file.close file.flush file.read
                    file.readline file.readlines file.write fileno fromfd
                    getaddrinfo getblocking getfqdn gethostbyaddr gethostbyname
                    gethostbyname_ex gethostname getnameinfo getpeername getprotobyname
                    getservbyname getservbyport getsockname getsockopt gettimeout htonl htons
                    if_indextoname if_nameindex if_nametoindex inet_aton inet_ntoa inet_ntop
                    inet_pton ioctl listen makefile ntohl ntohs recv
                    recvfrom recvmsg select send sendall sendmsg sendto setblocking setsockopt
                    settimeout shutdown socket socketpair\
                    """
                            .split("\\s+"));

    private static final Set<String> GROUPS =
            Set.of(
                    "Address",
                    "Server",
                    "Client",
                    "Send",
                    "Receive",
                    "Control",
                    "Options",
                    "Files",
                    "Descriptors",
                    "Names",
                    "Byte order");

    @Test
    void everyCallOfTheContractHasAFormAndEveryRowAnEndpoint() {
        assertThat(all()).extracting(call -> text(call, "name")).isEqualTo(OF_THE_CONTRACT);
        assertThat(all())
                .extracting(call -> text(call, "operation_id"))
                .containsExactlyInAnyOrderElementsOf(
                        CallWords.all().stream().map(CallWords::operationId).toList());
    }

    @Test
    void everyRowOfTheParametersIsOneOfACall() {
        Set<String> used =
                all().stream()
                        .flatMap(call -> items(call, "parameters").map(p -> text(p, "help")))
                        .collect(Collectors.toSet());
        assertThat(ParameterWords.all()).extracting(ParameterWords::help).allMatch(used::contains);
    }

    @Test
    void everyCallIsInAGroupAndSaysWhatItDoes() {
        assertThat(all())
                .allSatisfy(
                        call -> {
                            assertThat(text(call, "group")).isIn(GROUPS);
                            assertThat(text(call, "summary")).isNotBlank();
                        });
    }

    @Test
    void everyErrorIsOneOfThisHost() {
        assertThat(all().stream().flatMap(call -> items(call, "errors")))
                .extracting(JsonNode::asString)
                .allMatch(symbol -> Constants.find(symbol).isPresent());
    }

    @Test
    void everyParameterHasHelpAndItsChoicesAreThoseOfThisHost() {
        assertThat(all().stream().flatMap(call -> items(call, "parameters")))
                .allSatisfy(
                        parameter -> {
                            assertThat(text(parameter, "help")).isNotBlank();
                            assertThat(items(parameter, "choices"))
                                    .extracting(JsonNode::asString)
                                    .doesNotHaveDuplicates()
                                    .allMatch(
                                            choice ->
                                                    choice.matches("[rwb]+")
                                                            || Constants.find(choice).isPresent());
                        });
    }

    @Test
    void noChoiceIsAnotherNameOfOneBeforeIt() {
        assertThat(all().stream().flatMap(call -> items(call, "parameters")))
                .allSatisfy(
                        parameter ->
                                assertThat(items(parameter, "choices").map(JsonNode::asString))
                                        .extracting(CallFormApiTests::valueOf)
                                        .doesNotHaveDuplicates());
    }

    private static Object valueOf(String choice) {
        return Constants.find(choice).<Object>map(Constant::value).orElse(choice);
    }

    @Test
    void whatIsChosenWhereNothingIsGivenIsAChoiceOrNone() {
        assertThat(all().stream().flatMap(call -> items(call, "parameters")))
                .filteredOn(p -> p.get("default").isString() && p.get("choices").isArray())
                .filteredOn(p -> !text(p, "default").equals("0"))
                .allSatisfy(
                        p ->
                                assertThat(items(p, "choices"))
                                        .extracting(JsonNode::asString)
                                        .contains(text(p, "default")));
    }

    @Test
    void aCallIsToldAsAFormNeedsIt() {
        assertThat(call("recv").toString())
                .isEqualTo(
                        Json.read(
                                        Json.json(
                                                """
                                                {'name': 'recv', 'operation_id': 'recv', 'group': 'Receive', 'on': 'socket',
                                                 'method': 'POST', 'path': '/sockets/{id}/recv',
                                                 'summary': 'Receive bytes, see recv(2)',
                                                 'returns': 'Bytes; none is the end of a stream', 'waits': true,
                                                 'errors': ['EAGAIN', 'EBADF', 'ECONNREFUSED', 'ECONNRESET', 'EINVAL', 'ENOMEM',
                                                            'ENOTCONN', 'EOPNOTSUPP', 'ETIMEDOUT'],
                                                 'parameters': [
                                                  {'name': 'bufsize', 'type': 'integer', 'required': false, 'nullable': false,
                                                   'default': '65536', 'in': 'body', 'help': 'The most bytes to receive; MSG_WAITALL takes up to 16 MiB', 'choices': null},
                                                  {'name': 'flags', 'type': 'flags', 'required': false, 'nullable': false,
                                                   'default': '0', 'in': 'body', 'help': 'How to receive',
                                                   'choices': ['MSG_CMSG_CLOEXEC', 'MSG_DONTWAIT', 'MSG_ERRQUEUE', 'MSG_OOB',
                                                               'MSG_PEEK', 'MSG_TRUNC', 'MSG_WAITALL']},
                                                  {'name': 'after', 'type': 'integer', 'required': false, 'nullable': false,
                                                   'default': null, 'in': 'body',
                                                   'help': 'The offset up to which you have everything: what was received from there on is given again, byte for byte, before the kernel is asked',
                                                   'choices': null},
                                                  {'name': 'wait', 'type': 'number', 'required': false, 'nullable': false,
                                                   'default': null, 'in': 'query',
                                                   'help': 'The most seconds that this one request may wait', 'choices': null}]}
                                                """))
                                .toString());
    }

    @ParameterizedTest
    @CsvSource({
        "sendmsg, buffers, buffers, true, false, body",
        "sendmsg, ancdata, ancillary, false, false, body",
        "sendto, address, address, true, false, body",
        "send, data, bytes, true, false, body",
        "settimeout, timeout, number, true, true, body",
        "setblocking, flag, boolean, true, false, body",
        "select, read, ids, false, false, body",
        "getsockopt, optname, constant, true, false, query",
        "inet_ntop, packed_ip, bytes, true, false, query",
        "getaddrinfo, flags, flags, false, false, query",
        "makefile, mode, string, false, false, body",
    })
    void aParameterHasTheTypeOfItsArgument(
            String call, String name, String type, boolean required, boolean nullable, String in) {
        assertThat(items(call(call), "parameters"))
                .filteredOn(parameter -> text(parameter, "name").equals(name))
                .singleElement()
                .satisfies(
                        parameter -> {
                            assertThat(text(parameter, "type")).isEqualTo(type);
                            assertThat(parameter.get("required").asBoolean()).isEqualTo(required);
                            assertThat(parameter.get("nullable").asBoolean()).isEqualTo(nullable);
                            assertThat(text(parameter, "in")).isEqualTo(in);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "close, socket, DELETE, /sockets/{id}",
        "file.close, file, DELETE, /files/{id}",
        "file.readline, file, POST, /files/{id}/readline",
        "select, module, POST, /select",
        "fromfd, module, POST, /sockets/fromfd",
        "getpeername, socket, GET, /sockets/{id}/getpeername",
    })
    void aCallHasItsPlace(String name, String on, String method, String path) {
        assertThat(text(call(name), "on")).isEqualTo(on);
        assertThat(text(call(name), "method")).isEqualTo(method);
        assertThat(text(call(name), "path")).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls", "parameters"})
    void aTableIsSorted(String name) {
        assertThat(Table.rows("forms/" + name))
                .extracting(row -> row[0] + " " + row[1])
                .isSortedAccordingTo(
                        Comparator.comparing((String key) -> key.split(" ", 2)[0])
                                .thenComparing(key -> key.split(" ", 2)[1]));
    }

    private JsonNode call(String name) {
        return all().stream()
                .filter(call -> text(call, "name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> all() {
        return items(api.get("/descriptors").json(), "items").toList();
    }

    private static Stream<JsonNode> items(JsonNode node, String name) {
        return StreamSupport.stream(node.get(name).spliterator(), false);
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asString();
    }
}
