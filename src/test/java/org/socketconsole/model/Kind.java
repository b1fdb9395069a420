package org.socketconsole.model;

import tools.jackson.databind.JsonNode;

/// What a socket was made as.
record Kind(String family, String type, String proto) {

    static final Kind TCP = new Kind("AF_INET", "SOCK_STREAM", "0");
    static final Kind TCP6 = new Kind("AF_INET6", "SOCK_STREAM", "0");
    static final Kind UDP = new Kind("AF_INET", "SOCK_DGRAM", "0");
    static final Kind UDP6 = new Kind("AF_INET6", "SOCK_DGRAM", "0");

    /// Of a socket as the API shows it.
    static Kind of(JsonNode view) {
        return new Kind(
                view.get("family").stringValue(),
                view.get("type").stringValue(),
                view.get("proto").stringValue());
    }

    static Kind unix(String type) {
        return new Kind("AF_UNIX", type, "0");
    }

    boolean isInet() {
        return family.startsWith("AF_INET");
    }

    boolean isStream() {
        return type.equals("SOCK_STREAM");
    }

    boolean isRaw() {
        return type.equals("SOCK_RAW");
    }
}
