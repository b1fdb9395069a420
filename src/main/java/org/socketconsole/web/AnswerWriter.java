package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socketconsole.call.Created;
import org.socketconsole.call.ErrorKind;
import org.socketconsole.call.RawBytes;
import org.socketconsole.call.Streamed;
import org.socketconsole.dispatch.Outcome;
import org.socketconsole.dispatch.Problem;
import org.socketconsole.dispatch.Problems;
import org.springframework.stereotype.Component;

import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedOutputStream;
import java.io.IOException;

/// Writes what became of a call into the response.
@Component
class AnswerWriter {

    private static final Logger log = LoggerFactory.getLogger(AnswerWriter.class);
    private static final String PROBLEM = "application/problem+json";
    static final String DISPOSITION = "Content-Disposition";

    private final JsonMapper mapper;

    AnswerWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    void write(
            Outcome outcome,
            AnswerType type,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            switch (outcome) {
                case Outcome.Returned returned ->
                        result(returned.result(), type, request, response);
                case Outcome.Failed failed ->
                        failed(failed.problem().at(request.getRequestURI()), request, response);
                case Outcome.Repeated repeated -> {
                    response.setHeader("Idempotency-Replayed", "true");
                    write(repeated.first(), type, request, response);
                }
            }
        } catch (IOException | JacksonIOException gone) {
            log.debug("a client left before it had its answer", gone);
        }
    }

    void problem(Problem problem, HttpServletResponse response) throws IOException {
        if (problem.kind() == ErrorKind.QUOTA) {
            response.setHeader("Retry-After", "1");
        }
        json(problem.status(), PROBLEM, problem, response);
    }

    private void result(
            @Nullable Object result,
            AnswerType type,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        switch (result) {
            case null -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            case Created<?> made -> {
                response.setHeader("Location", made.location());
                json(HttpServletResponse.SC_CREATED, AnswerType.JSON.text(), made.body(), response);
            }
            case RawBytes bytes when type != AnswerType.JSON -> {
                bytes.headers().forEach((name, value) -> response.setHeader(name, header(value)));
                bytes(type.text(), bytes.data(), response);
            }
            case byte[] bytes -> {
                response.setHeader(DISPOSITION, attachment("data.bin"));
                bytes(AnswerType.OCTET_STREAM.text(), bytes, response);
            }
            case Streamed file -> stream(file, request, response);
            default -> json(HttpServletResponse.SC_OK, AnswerType.JSON.text(), result, response);
        }
    }

    /// As it is made: a long answer is never whole in memory, and Jetty tells the length of one
    /// that fits into its buffer.
    private void json(int status, String type, Object body, HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        mapper.writeValue(new LongAnswer(response.getOutputStream()), body);
    }

    private static void bytes(String type, byte[] bytes, HttpServletResponse response)
            throws IOException {
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /// What peers have sent is shown by no browser in the name of this server.
    static String attachment(String filename) {
        return "attachment; filename=" + filename;
    }

    /// Closed only when it is whole: what is closed half-way ends as if it were.
    private void stream(Streamed file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(file.contentType());
        response.setHeader(DISPOSITION, attachment(file.filename()));
        var out = new BufferedOutputStream(new LongAnswer(response.getOutputStream()));
        try {
            file.writer().writeTo(out);
            out.close();
        } catch (IOException | JacksonIOException half) {
            log.debug("{} was broken off", file.filename(), half);
            StreamedRequest.breakOff(request);
        } catch (RuntimeException half) {
            failed(Problems.of(half).build(request.getRequestURI(), null), request, response);
        }
    }

    /// With an answer that has begun the client sees only that it is not whole.
    private void failed(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            StreamedRequest.breakOff(request);
            return;
        }
        response.resetBuffer();
        response.setHeader(DISPOSITION, null);
        problem(problem, response);
    }

    /// Headers are ASCII: a name that is not is escaped, as JSON can be.
    private String header(Object value) {
        String json = value instanceof String text ? text : mapper.writeValueAsString(value);
        StringBuilder ascii = new StringBuilder();
        json.chars().forEach(c -> ascii.append(c < 128 ? Character.toString(c) : escape(c)));
        return ascii.toString();
    }

    private static String escape(int unit) {
        return String.format("\\u%04x", unit);
    }
}
