package org.socketconsole.method;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.call.RawBytes;

import java.util.Map;

/// What `recvfrom` answers.
public record ReceivedMessage(
        byte[] data,
        int size,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
        long offset,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = ReceiveController.FLAGS, example = "MSG_TRUNC")
                @Nullable String msgFlags,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = ReceiveController.LENGTH)
                @Nullable Integer length,
        @Nullable Address address)
        implements RawBytes {
    @Override
    public Map<String, Object> headers() {
        var headers = ReceiveController.headers(offset, msgFlags, length);
        headers.put("Socket-Address", address == null ? "null" : address);
        return headers;
    }
}
