package org.socketconsole.bench;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;

/// A client of the API, or of what stands for it.
final class Api {

    static final String TOKEN = "bench";
    static final String BASE = "/api/v1";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    private final String base;

    Api(int port) {
        base = "http://127.0.0.1:" + port + "/api/v1";
    }

    String get(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path).build(), BodyHandlers.ofString()).body();
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        return JSON.readTree(CLIENT.send(posting(path, json), BodyHandlers.ofString()).body());
    }

    void put(String path, String json) throws IOException, InterruptedException {
        HttpRequest request =
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json))
                        .build();
        CLIENT.send(request, BodyHandlers.discarding());
    }

    /// For a call that waits.
    void start(String path, String json) {
        CLIENT.sendAsync(posting(path, json), BodyHandlers.ofString());
    }

    void delete(String path) throws IOException, InterruptedException {
        CLIENT.send(request(path).DELETE().build(), BodyHandlers.discarding());
    }

    private HttpRequest posting(String path, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + TOKEN);
    }
}
