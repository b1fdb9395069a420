package org.socketconsole.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;
import org.socketconsole.testing.Python;

import java.util.List;
import java.util.stream.StreamSupport;

class DnsApiTests extends ContractTests {

    @ParameterizedTest
    @CsvSource({
        "localhost, 127.0.0.1",
        "127.0.0.1, 127.0.0.1",
        "127.1, 127.0.0.1",
        "'', 0.0.0.0",
        "%3Cbroadcast%3E, 255.255.255.255",
    })
    void gethostbynameAnswersOneAddress(String hostname, String address) {
        assertThat(api.get("/dns/gethostbyname?hostname=" + hostname))
                .isOk()
                .has("address", address);
    }

    @Test
    void gethostbynameExAnswersNamesAndAddresses() {
        Answer answer = api.get("/dns/gethostbyname_ex?hostname=localhost");
        assertThat(answer).isOk().has("hostname", "localhost");
        assertThat(answer.at("aliaslist").isArray()).isTrue();
        assertThat(answer.at("ipaddrlist").toString()).contains("\"127.0.0.1\"");
    }

    @Test
    void gethostbyaddrAnswersTheNamesOfAnAddress() {
        Answer answer = api.get("/dns/gethostbyaddr?ip_address=127.0.0.1");
        assertThat(answer).isOk().has("ipaddrlist", Json.read("[\"127.0.0.1\"]"));
        assertThat(answer.at("hostname").asString()).isNotBlank();
    }

    /// CPython: `wildcard resolved to multiple address`.
    @Test
    void anyAddressIsThatOfNoHost() {
        assertThat(api.get("/dns/gethostbyaddr?ip_address=")).isInvalid("ip_address");
    }

    /// CPython: `IPv4 sockaddr must be 2 tuple`.
    @ParameterizedTest
    @ValueSource(strings = {"flowinfo", "scope_id"})
    void anIpv4AddressHasNoMembersOfIpv6(String field) {
        String ipv4 = "/dns/getnameinfo?host=127.0.0.1&port=80&flags=NI_NUMERICHOST";
        assertThat(api.get(ipv4 + "&" + field + "=1")).isInvalid(field);
        assertThat(api.get(ipv4 + "&" + field + "=0")).isInvalid(field);
    }

    @Test
    void anAddressWithoutANameIsAnErrorOfItsOwnKindThatOfCPython() throws Exception {
        Answer answer = api.get("/dns/gethostbyaddr?ip_address=192.0.2.1");
        assertThat(answer)
                .isProblem()
                .has("kind", "herror")
                .has("call", "gethostbyaddr")
                .has("errno", errnoOfPython("gethostbyaddr('192.0.2.1')"));
        assertThat(answer.at("strerror").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "gethostbyname?hostname=none.invalid | gethostbyname('none.invalid')",
                "gethostbyname_ex?hostname=none.invalid | gethostbyname_ex('none.invalid')",
                "getaddrinfo?host=none.invalid&port=80 | getaddrinfo('none.invalid', 80)",
            })
    void aHostThatDoesNotResolveIsAnErrorOfItsOwnKindThatOfCPython(String call, String python)
            throws Exception {
        Answer answer = api.get("/dns/" + call);
        assertThat(answer).isProblem().has("kind", "gaierror").has("errno", errnoOfPython(python));
        assertThat(answer.status())
                .isEqualTo(answer.at("symbol").asString().equals("EAI_AGAIN") ? 503 : 404);
    }

    /// As CPython's codec refuses them, before it asks anybody.
    @ParameterizedTest
    @CsvSource({
        "gethostbyname?hostname=, hostname",
        "gethostbyname_ex?hostname=, hostname",
        "gethostbyaddr?ip_address=, ip_address",
        "getfqdn?name=, name",
        "getaddrinfo?port=80&host=, host",
    })
    void aNameWithALabelThatCannotBeIsNoName(String call, String field) {
        String letters = "a".repeat(64);
        for (String name : List.of("a..b", ".", ".a", letters, "a." + letters, letters + ".a")) {
            assertThat(api.get("/dns/" + call + name)).isInvalid(field);
        }
        for (String name : List.of("%C3%A4..b", "%C3%A4".repeat(64))) {
            assertThat(api.get("/dns/" + call + name)).isInvalid(field);
        }
    }

    @Test
    void aLastLabelMayBeEmptyAndOneMayHave63Letters() {
        for (String name : List.of("no-such-host.invalid.", "a".repeat(63) + ".invalid")) {
            assertThat(api.get("/dns/gethostbyname?hostname=" + name))
                    .isProblem()
                    .has("kind", "gaierror");
        }
    }

    /// What this machine's resolver says depends on its network.
    private static int errnoOfPython(String call) throws Exception {
        String script =
                """
                import socket
                try: socket.%s
                except OSError as error: print(error.errno)
                """;
        return Integer.parseInt(Bytes.latin1(Python.run(script.formatted(call), "")).strip());
    }

    @Test
    void gethostnameIsThatOfTheMachine() {
        assertThat(api.get("/dns/gethostname").at("hostname").asString()).isNotBlank();
    }

    @Test
    void getfqdnOfAnUnknownNameIsTheNameItself() {
        assertThat(api.get("/dns/getfqdn?name=no-such-host.invalid"))
                .isOk()
                .has("hostname", "no-such-host.invalid");
        assertThat(api.get("/dns/getfqdn").at("hostname").asString()).isNotBlank();
        assertThat(api.get("/dns/getfqdn?name=").at("hostname").asString()).isNotBlank();
    }

    @Test
    void getaddrinfoAnswersWhatAConnectNeeds() {
        assertThat(
                        api.get(
                                "/dns/getaddrinfo?host=127.0.0.1&port=80&family=AF_INET"
                                        + "&type=SOCK_STREAM&proto=IPPROTO_TCP&flags=AI_NUMERICHOST"))
                .isOk()
                .has(
                        "items",
                        Json.read(
                                """
                                [{"family": "AF_INET", "type": "SOCK_STREAM",
                                  "proto": "IPPROTO_TCP", "canonname": "",
                                  "address": {"family": "AF_INET", "host": "127.0.0.1", "port": 80}}]
                                """));
    }

    @Test
    void getaddrinfoAnswersEveryType() {
        Answer answer = api.get("/dns/getaddrinfo?host=::1&port=80");
        assertThat(
                        StreamSupport.stream(answer.at("items").spliterator(), false)
                                .map(item -> item.get("type").asString()))
                .containsExactlyInAnyOrder("SOCK_STREAM", "SOCK_DGRAM", "SOCK_RAW");
        assertThat(answer)
                .has("items/0/family", "AF_INET6")
                .has("items/0/address/host", "::1")
                .has("items/0/address/scope_id", 0);
    }

    @Test
    void anAbsentHostIsThisMachine() {
        assertThat(api.get("/dns/getaddrinfo?port=80&family=AF_INET&type=SOCK_STREAM"))
                .has("items/0/address/host", "127.0.0.1");
        assertThat(
                        api.get(
                                "/dns/getaddrinfo?port=80&family=AF_INET&type=SOCK_STREAM"
                                        + "&flags=AI_PASSIVE"))
                .has("items/0/address/host", "0.0.0.0");
    }

    @Test
    void anAbsentPortIsZero() {
        assertThat(api.get("/dns/getaddrinfo?host=127.0.0.1&type=SOCK_STREAM"))
                .has("items/0/address/port", 0);
    }

    @Test
    void aPortMayBeTheNameOfAService() {
        assertThat(api.get("/dns/getaddrinfo?host=127.0.0.1&port=http&type=SOCK_STREAM"))
                .has("items/0/address/port", 80);
    }

    @Test
    void neitherHostNorPortIsNoName() {
        assertThat(api.get("/dns/getaddrinfo")).isProblem(404, "gaierror", "EAI_NONAME");
    }

    @Test
    void theCanonicalNameComesWhereItIsAskedFor() {
        assertThat(
                        api.get(
                                "/dns/getaddrinfo?host=localhost&family=AF_INET&type=SOCK_STREAM"
                                        + "&flags=AI_CANONNAME"))
                .has("items/0/canonname", "localhost");
    }

    @ParameterizedTest
    @CsvSource({
        "host=127.0.0.1&port=nosuchservice, 422, EAI_SERVICE, -8",
        "host=127.0.0.1&family=99, 422, EAI_FAMILY, -6",
        "host=127.0.0.1&type=99, 422, EAI_SOCKTYPE, -7",
        "host=localhost&flags=AI_NUMERICHOST, 404, EAI_NONAME, -2",
        "host=127.0.0.1&flags=0x40000000, 422, EAI_BADFLAGS, -1",
    })
    void anErrorOfTheResolverHasItsCode(String query, int status, String symbol, int code) {
        assertThat(api.get("/dns/getaddrinfo?" + query))
                .isProblem(status, "gaierror", symbol)
                .has("errno", code)
                .has("call", "getaddrinfo");
    }

    @Test
    void getnameinfoAnswersHostAndService() {
        assertThat(
                        api.get(
                                "/dns/getnameinfo?host=127.0.0.1&port=80"
                                        + "&flags=NI_NUMERICHOST%7CNI_NUMERICSERV"))
                .isOk()
                .has("host", "127.0.0.1")
                .has("service", "80");
        assertThat(api.get("/dns/getnameinfo?host=127.0.0.1&port=80&flags=NI_NUMERICHOST"))
                .has("service", "http");
        assertThat(
                        api.get(
                                "/dns/getnameinfo?host=::1&port=80&flags=NI_NUMERICHOST"
                                        + "&flowinfo=0&scope_id=0"))
                .has("host", "::1");
    }

    @Test
    void getnameinfoTakesNoNames() {
        assertThat(api.get("/dns/getnameinfo?host=localhost&port=80&flags=0"))
                .isProblem()
                .has("kind", "gaierror");
    }

    @ParameterizedTest
    @CsvSource({
        "gethostbyname, hostname",
        "gethostbyname?hostname=a%00b, hostname",
        "gethostbyname_ex, hostname",
        "gethostbyaddr, ip_address",
        "gethostbyaddr?ip_address=a%00b, ip_address",
        "getfqdn?name=a%00b, name",
        "getaddrinfo?host=a%00b, host",
        "getaddrinfo?host=127.0.0.1&port=8%000, port",
        "getaddrinfo?host=127.0.0.1&family=AF_NOSUCH, family",
        "getaddrinfo?host=127.0.0.1&type=x, type",
        "getaddrinfo?host=127.0.0.1&proto=x, proto",
        "getaddrinfo?host=127.0.0.1&flags=x, flags",
        "getnameinfo?port=80&flags=0, host",
        "getnameinfo?host=127.0.0.1&flags=0, port",
        "getnameinfo?host=127.0.0.1&port=65536&flags=0, port",
        "getnameinfo?host=127.0.0.1&port=-1&flags=0, port",
        "getnameinfo?host=127.0.0.1&port=http&flags=0, port",
        "getnameinfo?host=127.0.0.1&port=80, flags",
        "getnameinfo?host=127.0.0.1&port=80&flags=x, flags",
        "getnameinfo?host=::1&port=80&flags=0&flowinfo=1048576, flowinfo",
        "getnameinfo?host=::1&port=80&flags=0&scope_id=-1, scope_id",
    })
    void aWrongArgumentIsNamed(String call, String field) {
        assertThat(api.get("/dns/" + call)).isInvalid(field);
    }

    @ParameterizedTest
    @CsvSource({"65536", "-1", "70000"})
    void aPortOutOfRangeIsInvalidAlsoWhereCWrapsIt(String port) {
        assertThat(api.get("/dns/getaddrinfo?host=127.0.0.1&port=" + port)).isInvalid("port");
    }
}
