package org.socketconsole.call;

import com.fasterxml.jackson.annotation.JsonIgnore;

import java.util.Map;

/// An answer that a client may have as the bytes alone, with the rest of it in headers.
public interface RawBytes {

    byte[] data();

    /// Header names and values; an [Address] is written as JSON.
    @JsonIgnore
    Map<String, Object> headers();
}
