package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;

import org.socketconsole.call.RawBytes;
import org.socketconsole.call.Streamed;
import org.socketconsole.dispatch.CallDefinition;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

import java.util.Comparator;
import java.util.List;

/// What a client takes an answer as, see RFC 9110, 12.5.1: JSON where it may be, else the bytes
/// alone where the call has such, else nothing.
enum AnswerType {
    JSON("application/json"),
    OCTET_STREAM("application/octet-stream"),
    TEXT("text/plain"),
    NONE("");

    private static final List<AnswerType> RAW = List.of(JSON, OCTET_STREAM, TEXT);

    private final String text;

    AnswerType(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static AnswerType of(HttpServletRequest request, CallDefinition call) {
        String accept = request.getHeader("Accept");
        return accept == null || accept.equals("*/*") || accept.equals(JSON.text)
                ? JSON
                : of(accept, call.result());
    }

    void require() {
        if (this == NONE) {
            throw Refusal.notAcceptable();
        }
    }

    /// What writes its own type is not asked for another.
    private static AnswerType of(String accept, Class<?> result) {
        if (result == Streamed.class || result == byte[].class || result == void.class) {
            return JSON;
        }
        List<AnswerType> there = RawBytes.class.isAssignableFrom(result) ? RAW : List.of(JSON);
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted.stream()
                    .flatMap(type -> there.stream().filter(one -> one.isIn(type)))
                    .filter(one -> !one.isRefused(wanted))
                    .findFirst()
                    .orElse(NONE);
        } catch (InvalidMediaTypeException | InvalidMimeTypeException malformed) {
            return NONE;
        }
    }

    /// Of the ranges that it is in the closest decides.
    private boolean isRefused(List<MediaType> wanted) {
        return wanted.stream()
                .filter(this::isIn)
                .max(
                        Comparator.comparing(MediaType::isConcrete)
                                .thenComparing(range -> !range.isWildcardType()))
                .filter(closest -> closest.getQualityValue() == 0)
                .isPresent();
    }

    private boolean isIn(MediaType wanted) {
        return wanted.includes(MediaType.parseMediaType(text));
    }
}
