package org.socketconsole.web;

import org.socketconsole.call.RawBytes;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

/// Writes the bytes of an answer alone, for clients that accept `application/octet-stream` or
/// `text/plain`; the rest of the answer goes into headers.
class RawBytesConverter extends AbstractHttpMessageConverter<RawBytes> {

    private final JsonMapper mapper;

    RawBytesConverter(JsonMapper mapper) {
        super(MediaType.APPLICATION_OCTET_STREAM, MediaType.TEXT_PLAIN);
        this.mapper = mapper;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return RawBytes.class.isAssignableFrom(type);
    }

    @Override
    protected RawBytes readInternal(Class<? extends RawBytes> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("an answer is not read", input);
    }

    @Override
    protected void writeInternal(RawBytes answer, HttpOutputMessage output) throws IOException {
        answer.headers().forEach((name, value) -> output.getHeaders().set(name, text(value)));
        output.getBody().write(answer.data());
    }

    /// Headers are ASCII: a name that is not is escaped, as JSON can be.
    private String text(Object value) {
        String json = value instanceof String text ? text : mapper.writeValueAsString(value);
        StringBuilder ascii = new StringBuilder();
        json.chars().forEach(c -> ascii.append(c < 128 ? Character.toString(c) : escape(c)));
        return ascii.toString();
    }

    private static String escape(int unit) {
        return String.format("\\u%04x", unit);
    }
}
