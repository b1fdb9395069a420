package org.socketconsole.web;

import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.RawHttp;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

class ForeignRequestApiTests extends ContractTests {

    private static final String TOKEN = "Authorization: Bearer " + Api.TOKEN;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost.",
                "LOCALHOST",
                "localhost.:PORT",
                "localhost:PORT",
                "127.0.0.1",
                "127.0.0.1:PORT",
                "[::1]:PORT",
                "192.168.1.2:80",
                "[fe80::1]"
            })
    void aNameOfThisConsoleIsServed(String host) throws IOException {
        assertThat(get("/api/v1/sockets", "Host: " + host)).isOk();
        assertThat(get("/api/v1/sockets", "Host: " + host)).isOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.test",
                "localhost.evil.test",
                "127.0.0.1.evil.test",
                "127.1",
                "2130706433",
                "0177.0.0.1",
                "010.0.0.1",
                "256.0.0.1",
                "0.0.0.0",
                "0.0.0.0:PORT",
                "[::]:PORT",
                "[::ffff:127.0.0.1]:PORT",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:ffff:127.0.0.1]"
            })
    void anotherNameIsMisdirected(String host) throws IOException {
        assertThat(get("/api/v1/sockets", "Host: " + host)).isProblem(421, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:PORT",
                "http://127.0.0.1",
                "http://localhost:PORT",
                "http://evil.test",
                "http://127.0.0.1:PORT.evil.test",
                "http://127.0.0.1:PORT/",
                "127.0.0.1:PORT",
                "ws://127.0.0.1:PORT",
                "null"
            })
    void aPageOfAnotherOriginIsForbidden(String origin) throws IOException {
        assertThat(get("/api/v1/sockets", "Host: 127.0.0.1:PORT", "Origin: " + origin))
                .isProblem(403, "forbidden");
    }

    @Test
    void aPageOfThisConsoleIsServed() throws IOException {
        assertThat(
                        get(
                                "/api/v1/sockets",
                                "Host: 127.0.0.1:PORT",
                                "Origin: http://127.0.0.1:PORT",
                                "Sec-Fetch-Site: same-origin"))
                .isOk();
        assertThat(get("/api/v1/sockets", "Host: LocalHost:PORT", "Origin: http://localhost:PORT"))
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-site", "cross-site", "nonsense"})
    void aRequestOfAnotherSiteIsForbiddenAndANavigationToAPageIsNot(String site)
            throws IOException {
        String host = "Host: 127.0.0.1:PORT";
        String from = "Sec-Fetch-Site: " + site;
        List<String> link = List.of("Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document");
        assertThat(get("/api/v1/sockets", host, from)).isProblem(403, "forbidden");
        assertThat(get("/api/v1/sockets", host, from, link.get(0), link.get(1)))
                .isProblem(403, "forbidden");
        assertThat(get("/sockets", host, from)).hasStatus(403);
        assertThat(get("/sockets", host, from, link.get(0), "Sec-Fetch-Dest: iframe"))
                .hasStatus(403);
        assertThat(get("/sockets", host, from, link.get(0), link.get(1))).isOk();
    }

    @Test
    void anAddressThatSomeoneTypesIsServed() throws IOException {
        assertThat(get("/sockets", "Host: 127.0.0.1:PORT", "Sec-Fetch-Site: none")).isOk();
    }

    private Answer get(String target, String... headers) throws IOException {
        String port = String.valueOf(api.port());
        String[] all =
                Stream.concat(Stream.of(TOKEN), Stream.of(headers))
                        .map(header -> header.replace("PORT", port))
                        .toArray(String[]::new);
        return RawHttp.send(api, "GET", target, all);
    }
}
