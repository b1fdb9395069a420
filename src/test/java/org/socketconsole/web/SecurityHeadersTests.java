package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SecurityHeadersTests {

    private static final String POLICY = "Content-Security-Policy";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/api/v1/sockets", "/assets/main.js", "/v3/api-docs"})
    void nothingInlineAndNoHtmlSinkIsAllowed(String path) throws Exception {
        assertThat(answer(path).getHeader(POLICY))
                .isEqualTo(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                                + " font-src 'self'; connect-src 'self'; manifest-src 'self';"
                                + " frame-src 'self';"
                                + " base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
                                + " require-trusted-types-for 'script'; trusted-types 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/swagger-ui.html", "/swagger-ui/index.html"})
    void swaggerUiHasAPolicyOfItsOwnWithoutInlineScript(String path) throws Exception {
        assertThat(answer(path).getHeader(POLICY))
                .contains("script-src 'self';", "img-src 'self' data:", "frame-ancestors 'self'")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/swagger-ui.html.txt", "/swagger-uix", "/api/swagger-ui/"})
    void noOtherPathHasThePolicyOfSwaggerUi(String path) throws Exception {
        assertThat(answer(path).getHeader(POLICY)).contains("trusted-types 'none'");
    }

    @ParameterizedTest
    @CsvSource({"/, no-cache", "/api/v1/sockets, no-store"})
    void theApiIsNeverStored(String path, String caching) throws Exception {
        assertThat(answer(path).getHeader("Cache-Control")).isEqualTo(caching);
    }

    @Test
    void otherOriginsGetNoHold() throws Exception {
        MockHttpServletResponse response = answer("/");
        assertThat(response.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(response.getHeader("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Permissions-Policy")).isEqualTo("clipboard-write=(self)");
    }

    private static MockHttpServletResponse answer(String path) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        new SecurityHeaders().doFilter(request, response, new MockFilterChain());
        return response;
    }
}
