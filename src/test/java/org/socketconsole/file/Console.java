package org.socketconsole.file;

import org.socketconsole.testing.Answer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/// A client of the server under test.
final class Console {

    static final String TOKEN = "secret-of-the-file-tests";

    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    Console(int port) {
        this.base = "http://127.0.0.1:" + port + "/api/v1";
    }

    record Answer(int status, JsonNode body) {
        String text(String member) {
            return body.path(member).asString("");
        }

        byte[] data() {
            return body.get("data").binaryValue();
        }
    }

    Answer get(String path) {
        return json(request(path).GET());
    }

    Answer delete(String path) {
        return json(request(path).DELETE());
    }

    Answer post(String path, Map<String, ?> body) {
        return json(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(MAPPER.writeValueAsString(body))));
    }

    Answer postBytes(String path, String type, byte[] body) {
        return json(
                request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<byte[]> raw(String path) {
        return send(
                request(path)
                        .header("Accept", "application/octet-stream")
                        .POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private Answer json(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = send(request);
        return new Answer(response.statusCode(), MAPPER.readTree(response.body()));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
