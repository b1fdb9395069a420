package org.socketconsole.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

/// The URL that the server prints.
class WelcomeTests {

    private final ServerProperties server = new ServerProperties();

    @Test
    void itHasTheSchemeThatTheServerSpeaks() {
        assertThat(url()).isEqualTo("http://localhost:8080/");
        server.setSsl(new Ssl());
        assertThat(url()).isEqualTo("https://localhost:8080/");
    }

    private String url() {
        return new Welcome(new Token("known"), server).url("8080");
    }
}
