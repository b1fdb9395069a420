package org.socketconsole.socket;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How a peer has ended: it sends no more, or has broken off.
public enum PeerEnd {
    @JsonProperty("closed")
    CLOSED,
    @JsonProperty("reset")
    RESET
}
