package org.socketconsole.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.ErrorKind;

import java.net.URI;

/// The one shape of every error, see RFC 9457.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An error, as RFC 9457 has it")
public record Problem(
        @Schema(example = "urn:socket-console:problem:socket-error") URI type,
        @Schema(example = "Bad Gateway") String title,
        @Schema(example = "502") int status,
        @Schema(example = "connect failed: Connection refused") String detail,
        @Schema(example = "/api/v1/sockets/s-1/connect") @Nullable String instance,
        ErrorKind kind,
        @Schema(description = "The error's number in the space of its kind", example = "111")
                @Nullable Integer errno,
        @Schema(example = "ECONNREFUSED") @Nullable String symbol,
        @Schema(example = "Connection refused") @Nullable String strerror,
        @Schema(example = "connect") @Nullable String call,
        @Schema(example = "s-1") @Nullable String socketId,
        @Schema(description = "Seconds that the call took") @Nullable Double elapsed,
        @Schema(description = "Which argument is at fault", example = "address.port")
                @Nullable String field,
        @Schema(description = "True when nothing was consumed and the call can be made again")
                @Nullable Boolean retry,
        @Schema(description = "Bytes of a sendall that had gone out") @Nullable Long sent,
        @Schema(
                        description =
                                "Where the next bytes belong that are sent; a sendall that ended early goes on"
                                        + " there")
                @Nullable Long expectedOffset,
        @Schema(description = "Where the next bytes are that are still kept")
                @Nullable Long earliestOffset) {

    public static Builder of(ErrorKind kind, int status, String detail) {
        return new Builder(kind, status, detail);
    }

    /// Of a request that HTTP itself refuses.
    public static Builder ofHttp(int status, String detail) {
        return of(kind(status), status, detail);
    }

    private static ErrorKind kind(int status) {
        if (status == 404) {
            return ErrorKind.NOT_FOUND;
        }
        return status >= 500 ? ErrorKind.INTERNAL : ErrorKind.INVALID_ARGUMENT;
    }

    /// Whether nothing was done, so that the same call may yet succeed.
    boolean canBeAskedAgain() {
        return Boolean.TRUE.equals(retry) || kind == ErrorKind.QUOTA;
    }

    public boolean isErrno(int number) {
        return errno != null && errno == number;
    }

    /// Whether it was ended before it had done anything.
    boolean isOfNothing() {
        return kind == ErrorKind.CANCELLED && sent == null;
    }

    /// The same, of a request for a path.
    public Problem at(String instance) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                kind,
                errno,
                symbol,
                strerror,
                call,
                socketId,
                elapsed,
                field,
                retry,
                sent,
                expectedOffset,
                earliestOffset);
    }

    /// Collects the members that not every error has.
    public static final class Builder {
        private final ErrorKind kind;
        private final int status;
        private final String detail;
        private @Nullable Integer errno;
        private @Nullable String symbol;
        private @Nullable String strerror;
        private @Nullable String field;
        private @Nullable Boolean retry;
        private @Nullable Long sent;
        private @Nullable Long expectedOffset;
        private @Nullable Long earliestOffset;

        private Builder(ErrorKind kind, int status, String detail) {
            this.kind = kind;
            this.status = status;
            this.detail = detail;
        }

        public Builder errno(int errno, String symbol, String strerror) {
            this.errno = errno;
            this.symbol = symbol;
            this.strerror = strerror;
            return this;
        }

        public Builder field(String field) {
            this.field = field;
            return this;
        }

        public Builder retry(@Nullable Boolean retry) {
            this.retry = retry;
            return this;
        }

        public Builder sent(@Nullable Long sent) {
            this.sent = sent;
            return this;
        }

        public Builder expectedOffset(@Nullable Long offset) {
            this.expectedOffset = offset;
            return this;
        }

        public Builder earliestOffset(long offset) {
            this.earliestOffset = offset;
            return this;
        }

        public Problem build(@Nullable String instance, @Nullable Call call) {
            return new Problem(
                    URI.create("urn:socket-console:problem:" + kind.text()),
                    Statuses.title(status),
                    status,
                    detail,
                    instance,
                    kind,
                    errno,
                    symbol,
                    strerror,
                    call == null ? null : call.name(),
                    call == null ? null : call.operation().socketId(),
                    call == null ? null : call.elapsed(),
                    field,
                    retry,
                    sent,
                    expectedOffset,
                    earliestOffset);
        }
    }
}
