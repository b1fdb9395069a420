package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.InvalidArgumentException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.List;

/// Reads the body of a request into one JSON object, up to a size.
class RequestBody {

    private static final List<MediaType> JSON = List.of(MediaType.APPLICATION_JSON);
    private static final List<MediaType> RAW =
            List.of(
                    MediaType.APPLICATION_JSON,
                    MediaType.APPLICATION_OCTET_STREAM,
                    MediaType.TEXT_PLAIN);

    private final JsonMapper mapper;
    private final int largest;

    RequestBody(JsonMapper mapper, int largest) {
        this.mapper = mapper;
        this.largest = largest;
    }

    /// The members of a JSON body; another body's bytes are `data`, where the call takes such.
    ObjectNode read(HttpServletRequest request, boolean raw)
            throws IOException, HttpMediaTypeNotSupportedException {
        if (request.getMethod().equals("GET")) {
            return mapper.createObjectNode();
        }
        MediaType type = type(request.getContentType());
        List<MediaType> taken = raw ? RAW : JSON;
        if (type != null && taken.stream().noneMatch(type::equalsTypeAndSubtype)) {
            throw new HttpMediaTypeNotSupportedException(type, taken);
        }
        byte[] body = bytes(request);
        return type == null || type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                ? object(body)
                : mapper.createObjectNode().put("data", body);
    }

    private byte[] bytes(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            throw new BodyTooLargeException(largest);
        }
        return body;
    }

    private ObjectNode object(byte[] body) {
        if (body.length == 0) {
            return mapper.createObjectNode();
        }
        try {
            if (mapper.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            throw new InvalidArgumentException(
                    "body", "is not valid JSON, from " + place(malformed) + " on");
        }
        throw new InvalidArgumentException("body", "must be a JSON object");
    }

    /// The parser's own words name its classes.
    private static String place(JacksonException malformed) {
        TokenStreamLocation place = malformed.getLocation();
        return place == null
                ? "its start"
                : "line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    private static @Nullable MediaType type(@Nullable String header)
            throws HttpMediaTypeNotSupportedException {
        try {
            return header == null ? null : MediaType.parseMediaType(header);
        } catch (InvalidMediaTypeException malformed) {
            throw new HttpMediaTypeNotSupportedException(malformed.getMessage());
        }
    }
}
