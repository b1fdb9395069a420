package org.socketconsole.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.socketconsole.dispatch.CallTable;
import org.socketconsole.explain.Explanation.Check;
import org.socketconsole.net.Constant;
import org.socketconsole.net.Constants;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.Stream;

class ExplanationApiTests extends ContractTests {

    /// What can end a call without the kernel or the resolver being at fault.
    private static final List<String> OURS =
            List.of(
                    "forbidden",
                    "cancelled",
                    "timeout",
                    "quota",
                    "invalid-argument",
                    "not-found",
                    "unreachable");

    /// Its errors can be looked up; the API does not make it.
    private static final String OF_LIBC_ALONE = "getaddrinfo_a";

    @ParameterizedTest
    @CsvSource({
        "ECONNREFUSED, errno, 111",
        "EAI_NONAME, gaierror, -2",
        "HOST_NOT_FOUND, herror, 1",
        "forbidden, console, null",
    })
    void anErrorIsFoundByItsSymbol(String symbol, String kind, String number) {
        assertThat(api.get("/explanations/" + symbol))
                .isOk()
                .has("symbol", symbol)
                .has("kind", kind)
                .has("number", Json.read(number));
    }

    @Test
    void anErrorThatIsNotExplainedIsNotFound() {
        assertThat(api.get("/explanations/ENOSUCH")).isProblem(404, "not-found");
    }

    @Test
    void theListHasThemAll() {
        assertThat(api.get("/explanations").at("items")).hasSameSizeAs(Catalogue.all());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySymbolIsOneOfThisHostOrOurs(Explanation explanation) {
        assertThat(explanation.symbol())
                .matches(s -> Constants.find(s).isPresent() || OURS.contains(s));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyErrorHasSeveralCausesAndACallThatRaisesIt(Explanation explanation) {
        assertThat(explanation.causes()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        assertThat(explanation.calls()).isNotEmpty();
        assertThat(explanation.summary()).matches("[a-z].*[^.]");
        assertThat(explanation.meaning()).endsWith(".");
    }

    @Test
    void everyCallThatRaisesOneHasTheNameOfTheTable(@Autowired CallTable table) {
        assertThat(all().flatMap(explanation -> explanation.calls().stream()).distinct())
                .allMatch(call -> call.equals(OF_LIBC_ALONE) || table.find(call) != null);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void everyCheckLeadsToAPlace(Check check) {
        String href =
                check.href().replace("{host}", "localhost").replaceAll("\\{(port|socket)}", "1");
        assertThat(api.outside("GET", href).send()).isOk();
    }

    @Test
    void everyErrorOfTheResolverIsExplained() {
        assertThat(Constants.startingWith("EAI_"))
                .extracting(Constant::name)
                .allMatch(name -> Catalogue.find(name, Failure.UNKNOWN).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "ECONNREFUSED, call=connect&family=AF_INET&type=SOCK_STREAM&host=10.0.0.1, 'No, A, The'",
        "ECONNREFUSED, call=connect&family=AF_INET&type=SOCK_STREAM&host=127.0.0.1, 'No, The'",
        "ECONNREFUSED, call=connect&family=AF_UNIX&type=SOCK_STREAM, 'On AF_UNIX: the, On AF_UNIX: its'",
        "ECONNREFUSED, call=recv&family=AF_INET&type=SOCK_DGRAM, 'No, The, On a connected UDP'",
        "EADDRINUSE, call=bind&family=AF_UNIX&type=SOCK_STREAM, 'An AF_UNIX path, An AF_UNIX socket'",
        "EADDRINUSE, call=connect&family=AF_INET&type=SOCK_STREAM, 'Another, connect found'",
        "EAGAIN, call=recv&family=AF_INET&type=SOCK_STREAM, 'Nothing, The socket is in, The flag'",
        "EAGAIN, call=file.readline, 'Nothing, The socket is in'",
        "EAGAIN, call=file.flush, 'The send buffer, The socket is in'",
        "not-found, call=getprotobyname, 'The name, The databases'",
        "not-found, call=if_nametoindex, 'The interface''s, The interface was'",
        "ENOTCONN, call=recv&state=LISTENING, 'The socket is a listener'",
        "ENOTCONN, call=recv&state=UNCONNECTED, 'connect was, The connection has ended'",
        "EAI_ADDRFAMILY, call=sendto&family=AF_INET&host=::1, 'The address is, The name has'",
        "EAI_NONAME, call=sendto&host=nowhere, 'The name is misspelt, The name needs'",
        "ETIMEDOUT, call=connect&host=localhost, 'The listener''s backlog'",
        "timeout, call=recv, 'Nothing arrived, The socket''s time-out'",
    })
    void theCausesAreThoseOfTheFailure(String symbol, String failure, String begins) {
        JsonNode causes = api.get("/explanations/" + symbol + "?" + failure).at("causes");
        assertThat(causes)
                .zipSatisfy(
                        List.of(begins.split(", ")),
                        (cause, begin) -> assertThat(cause.asString()).startsWith(begin));
    }

    @Test
    void aFailureThatNoCauseFitsHasAllOfThem() {
        assertThat(api.get("/explanations/EDESTADDRREQ?call=write").at("causes")).hasSize(2);
    }

    static Stream<Explanation> all() {
        return Catalogue.all().stream();
    }

    static Stream<Check> checks() {
        return all().flatMap(explanation -> explanation.checks().stream()).distinct();
    }
}
