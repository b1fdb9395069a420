package org.socketconsole.testing;

import static org.socketconsole.testing.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// A client of the API over real HTTP. It looks at every error that it gets: none is a 500, all are
/// problem documents.
public final class Api {

    public static final String TOKEN = "contract-token";

    private static final String BASE = "/api/v1";
    private static final String BATCH = BASE + "/batch";
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final HttpClient client;

    private Api(int port, HttpClient client) {
        this.port = port;
        this.client = client;
    }

    /// Of a server whose token is [#TOKEN].
    public static Api at(int port) {
        return new Api(port, CLIENT);
    }

    /// The same, asked by another client, such as one of HTTP/2.
    public Api by(HttpClient other) {
        return new Api(port, other);
    }

    public int port() {
        return port;
    }

    /// Answers to a path below the base path.
    public Answer get(String path) {
        return request("GET", path).send();
    }

    public Answer delete(String path) {
        return request("DELETE", path).send();
    }

    public Answer post(String path) {
        return request("POST", path).send();
    }

    public Answer post(String path, String json) {
        return request("POST", path).json(json).send();
    }

    public Request request(String method, String path) {
        return new Request(method, BASE + path);
    }

    /// A path from the root.
    public Request outside(String method, String path) {
        return new Request(method, path);
    }

    /// A socket by the members of its request.
    public ApiSocket socket(String json) {
        Answer answer = post("/sockets", json);
        AnswerAssert.assertThat(answer).isCreated();
        return socketOf(answer.at("id").asString());
    }

    public ApiSocket socketOf(String id) {
        return new ApiSocket(this, id);
    }

    public ApiSocket tcp() {
        return socket("{}");
    }

    public ApiSocket udp() {
        return socket("{\"type\": \"SOCK_DGRAM\"}");
    }

    public ApiSocket unix(String type) {
        return socket(Json.json("{'family': 'AF_UNIX', 'type': '%s'}", type));
    }

    /// A TCP socket that is bound to a port of the loopback interface and listens.
    public ApiSocket listener() {
        ApiSocket listener = tcp().bound();
        AnswerAssert.assertThat(listener.post("listen", "{}")).isDone();
        return listener;
    }

    public record Pair(ApiSocket first, ApiSocket second) {}

    public Pair pair() {
        return pair("{}");
    }

    public Pair pair(String json) {
        Answer answer = post("/sockets/socketpair", json);
        AnswerAssert.assertThat(answer).isCreated();
        return new Pair(
                socketOf(answer.at("sockets/0/id").asString()),
                socketOf(answer.at("sockets/1/id").asString()));
    }

    /// Two ends of one TCP connection, both of the console.
    public Pair connection() {
        ApiSocket listener = listener();
        ApiSocket client = tcp();
        AnswerAssert.assertThat(client.connect(listener.port())).isDone();
        return new Pair(client, listener.accepted());
    }

    /// Until a call of this name waits.
    public void untilWaiting(String call) {
        untilWaiting("", call, 1);
    }

    void untilWaiting(String query, String call, int count) {
        eventually()
                .alias("%d of `%s` wait%s".formatted(count, call, query))
                .until(() -> waiting(query, call), number -> number == count);
    }

    private long waiting(String query, String call) {
        return get("/operations" + query)
                .at("items")
                .valueStream()
                .filter(operation -> operation.get("call").asString().equals(call))
                .count();
    }

    /// Ends every socket that is open.
    void closeAll() {
        get("/sockets?limit=20000")
                .at("items")
                .forEach(socket -> delete("/sockets/" + socket.get("id").asString()));
    }

    /// One request, until it is sent.
    public final class Request {

        private final String path;
        private final String method;
        private final HttpRequest.Builder builder;
        private BodyPublisher body = BodyPublishers.noBody();
        private String json = "";

        private Request(String method, String path) {
            this.method = method;
            this.path = path;
            this.builder =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(LONGEST)
                            .setHeader("Authorization", "Bearer " + TOKEN);
        }

        public Request header(String name, String value) {
            builder.setHeader(name, value);
            return this;
        }

        public Request accept(String type) {
            return header("Accept", type);
        }

        public Request json(String json) {
            this.json = json;
            return body("application/json", Bytes.utf8(json));
        }

        public Request body(String type, byte[] bytes) {
            return body(type, BodyPublishers.ofByteArray(bytes));
        }

        public Request body(String type, BodyPublisher bytes) {
            body = bytes;
            return header("Content-Type", type);
        }

        public Answer send() {
            try {
                return answer(client.send(build(), BodyHandlers.ofByteArray()));
            } catch (IOException failure) {
                throw new UncheckedIOException(path, failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        /// For a call that waits.
        public CompletableFuture<Answer> sendLater() {
            return client.sendAsync(build(), BodyHandlers.ofByteArray()).thenApply(this::answer);
        }

        private HttpRequest build() {
            return builder.method(method, body).build();
        }

        private Answer answer(HttpResponse<byte[]> response) {
            Answer answer =
                    new Answer(path, response.statusCode(), response.headers(), response.body());
            Contract.check(method, path, answer);
            if (path.equals(BATCH) && answer.status() == 200) {
                Contract.checkResults(Json.read(json).get("calls"), answer.at("results"));
            }
            if (answer.status() >= 400 && !method.equals("HEAD")) {
                AnswerAssert.assertThat(answer)
                        .isProblem()
                        .has("instance", path.replaceFirst("\\?.*", ""));
            }
            return answer;
        }
    }
}
