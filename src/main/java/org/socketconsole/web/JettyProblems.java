package org.socketconsole.web;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.socketconsole.dispatch.Problem;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;

/// What Jetty refuses before any filter or controller has seen it, such as a path with `%00` in it,
/// is answered with the problem document too.
@Component
class JettyProblems implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    /// What Jetty puts in the place of a path that it could not read, such as one with `%00` in it.
    private static final String UNKNOWN = "/badMessage";

    private final JsonMapper mapper;

    JettyProblems(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.setErrorHandler(new ProblemHandler()));
    }

    private final class ProblemHandler extends ErrorHandler {

        /// Jetty's own answers some without a body.
        @Override
        public boolean errorPageForMethod(String method) {
            return true;
        }

        @Override
        protected void generateResponse(
                Request request,
                Response response,
                int code,
                String message,
                @Nullable Throwable cause,
                Callback callback) {
            if (HttpMethod.CONNECT.is(request.getMethod())) {
                response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
            }
            byte[] problem =
                    mapper.writeValueAsBytes(problem(code, message).build(path(request), null));
            SecurityHeaders.OF_API.forEach(response.getHeaders()::put);
            response.getHeaders()
                    .put(HttpHeader.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.write(true, ByteBuffer.wrap(problem), callback);
        }
    }

    private static @Nullable String path(Request request) {
        String path = request.getHttpURI().getPath();
        return UNKNOWN.equals(path) ? null : path;
    }

    static Problem.Builder problem(int code, @Nullable String message) {
        return Problem.ofHttp(
                HttpStatus.resolve(code) == null ? HttpStatus.BAD_REQUEST.value() : code,
                "The request was not understood: " + message + ".");
    }
}
