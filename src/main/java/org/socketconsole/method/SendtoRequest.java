package org.socketconsole.method;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.Payload;

/// What `sendto` takes.
public record SendtoRequest(
        byte @Nullable [] data,
        @Schema(example = "Hello, world") @Nullable String text,
        @Schema(example = "48 65:6c") @Nullable String hex,
        @Nullable ConstantArgument flags,
        Address address)
        implements Payload {

    public static SendtoRequest of(byte[] data, Address address) {
        return new SendtoRequest(data, null, null, null, address);
    }
}
