package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

class ErrorPagesTests {

    private static final Exception GONE = new ResponseStatusException(HttpStatus.NOT_FOUND);

    @Test
    void aBrowserGetsAPageWithTheStatus() {
        assertThat(answer("/nowhere", "text/html,*/*", GONE))
                .extracting(ModelAndView::getViewName, ModelAndView::getStatus)
                .containsExactly("error", HttpStatus.NOT_FOUND);
    }

    @Test
    void aFailureOfTheServerItselfSaysNothingOfItsCause() {
        ModelAndView page = answer("/", "text/html", new IllegalStateException("a secret"));
        assertThat(page)
                .extracting(ModelAndView::getStatus)
                .hasToString("500 INTERNAL_SERVER_ERROR");
        assertThat(page).asString().doesNotContain("a secret");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/sockets/s-9, text/html", "/nowhere, */*", "/nowhere, application/json"})
    void allOthersAreLeftToTheProblemDocument(String path, String accept) {
        assertThat(answer(path, accept, GONE)).isNull();
    }

    private static @Nullable ModelAndView answer(String path, String accept, Exception failure) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.addHeader("Accept", accept);
        return new ErrorPages()
                .resolveException(request, new MockHttpServletResponse(), null, failure);
    }
}
