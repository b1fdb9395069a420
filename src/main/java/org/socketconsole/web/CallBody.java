package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;

import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

import java.io.IOException;
import java.util.List;

/// The body of a request, up to a size.
final class CallBody {

    static final byte[] NONE = {};

    private static final Logger log = LoggerFactory.getLogger(CallBody.class);
    private static final String JSON = "application/json";
    private static final List<MediaType> RAW =
            List.of(MediaType.APPLICATION_OCTET_STREAM, MediaType.TEXT_PLAIN);

    private final HttpServletRequest request;
    private final int largest;
    private long size;

    CallBody(HttpServletRequest request, long largest) {
        this.request = request;
        this.largest = Math.toIntExact(largest);
    }

    /// Whether it is bytes and not JSON; of another type than the call takes, it is refused.
    ///
    /// @param taken whether the call takes bytes
    boolean isRaw(boolean taken) {
        String header = request.getContentType();
        if (header == null || header.equals(JSON)) {
            return false;
        }
        MediaType type = type(header);
        if (type != null && type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
            return false;
        }
        if (!taken || type == null || RAW.stream().noneMatch(type::equalsTypeAndSubtype)) {
            throw Refusal.unsupported();
        }
        return true;
    }

    /// Of what takes bytes alone; without a type they are bytes as well.
    void requireRaw() {
        if (request.getContentType() != null && !isRaw(true)) {
            throw Refusal.unsupported();
        }
    }

    byte[] read() {
        if (request.getContentLengthLong() > largest) {
            throw Refusal.tooLarge(largest);
        }
        byte[] bytes = bytes();
        size = bytes.length;
        if (bytes.length > largest) {
            throw Refusal.tooLarge(largest);
        }
        return bytes;
    }

    /// Bytes that were read.
    long size() {
        return size;
    }

    private byte[] bytes() {
        try {
            long length = request.getContentLengthLong();
            return length == 0 ? NONE : request.getInputStream().readNBytes(most(length));
        } catch (IOException | HttpException.RuntimeException failure) {
            log.debug("a body could not be read", failure);
            throw Refusal.of(failure);
        }
    }

    /// One more than fits tells that it does not. A length that is known is read into as much, and
    /// not into the 16 KiB that the stream takes otherwise, which was half of all memory of a call.
    private int most(long length) {
        return length < 0 ? largest + 1 : (int) length;
    }

    private static @Nullable MediaType type(String header) {
        try {
            return MediaType.parseMediaType(header);
        } catch (InvalidMediaTypeException malformed) {
            return null;
        }
    }
}
