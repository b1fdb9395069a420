package org.socketconsole.testing;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What the server answered.
///
/// @param path what was asked for, for messages and for the `instance` of a problem
public record Answer(String path, int status, HttpHeaders headers, byte[] body) {

    static final String PROBLEM = "application/problem+json";

    public JsonNode json() {
        return Json.read(body);
    }

    /// A member by its JSON pointer, where the leading slash may be left out.
    public JsonNode at(String pointer) {
        return json().at(pointer.startsWith("/") ? pointer : "/" + pointer);
    }

    /// The bytes that the member `data` holds.
    public byte[] data() {
        return Base64.getDecoder().decode(at("data").asString());
    }

    public String dataText() {
        return new String(data(), StandardCharsets.UTF_8);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /// Without its parameters.
    public String contentType() {
        return header("Content-Type").replaceFirst(";.*", "");
    }

    @Override
    public String toString() {
        return path + " -> " + status + " " + new String(body, StandardCharsets.UTF_8);
    }
}
