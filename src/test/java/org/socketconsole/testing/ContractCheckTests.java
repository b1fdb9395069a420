package org.socketconsole.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;

/// The check that all answers pass finds what is not in the document.
class ContractCheckTests {

    private static final String PATH = "/api/v1/sockets/s-1/gettimeout";

    @Test
    void anAnswerThatIsDocumentedPasses() {
        assertThatCode(() -> check("GET", PATH, 200, "application/json", "{\"timeout\": null}"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a member that is missing | GET | gettimeout | 200 | application/json | {}",
                "of another type | GET | gettimeout | 200 | application/json | {\"timeout\": \"1\"}",
                "undocumented | GET | gettimeout | 200 | application/json | {\"timeout\": 1, \"x\": 1}",
                "another status | GET | gettimeout | 418 | application/json | {\"timeout\": 1}",
                "another type of body | GET | gettimeout | 200 | text/plain | {\"timeout\": 1}",
                "a method | PUT | gettimeout | 200 | application/json | {\"timeout\": 1}",
                "a path | GET | gettimeouts | 200 | application/json | {\"timeout\": 1}",
                "a null within | GET | getsockname | 200 | application/json | {\"host\": null}",
                "a place that is missing | POST | dup | 201 | application/json | {}"
            })
    void anUntruthIsFound(
            String what, String method, String call, int status, String type, String body) {
        assertThatThrownBy(() -> check(method, "/api/v1/sockets/s-1/" + call, status, type, body))
                .as(what)
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gettimeout | {\"status\": 200, \"body\": {\"timeout\": null}}",
                "listen     | {\"status\": 204, \"body\": null}",
                "file.close | {\"status\": 204, \"body\": null}"
            })
    void aResultThatIsDocumentedPasses(String call, String result) {
        assertThatCode(() -> Contract.checkResult(call, Json.read(result)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a member that is missing | gettimeout | {\"status\": 200, \"body\": {}}",
                "a body where there is none | listen | {\"status\": 204, \"body\": {}}",
                "another status | listen | {\"status\": 200, \"body\": null}",
                "a call | close_file | {\"status\": 204, \"body\": null}",
                "an error that is no problem | recv | {\"status\": 400, \"body\": {}}"
            })
    void anUntruthOfAResultIsFound(String what, String call, String result) {
        assertThatThrownBy(() -> Contract.checkResult(call, Json.read(result)))
                .as(what)
                .isInstanceOf(AssertionError.class);
    }

    private static void check(String method, String path, int status, String type, String body) {
        HttpHeaders headers =
                HttpHeaders.of(Map.of("Content-Type", List.of(type)), (name, value) -> true);
        Contract.check(method, path, new Answer(path, status, headers, Bytes.utf8(body)));
    }
}
