package org.socketconsole.testing;

import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.CompletableFuture;

/// A socket of the console, by its id.
public record ApiSocket(Api api, String id) {

    public String path(String call) {
        return "/sockets/" + id + "/" + call;
    }

    public Answer post(String call, String json) {
        return api.post(path(call), json);
    }

    public Answer put(String call, String json) {
        return api.request("PUT", path(call)).json(json).send();
    }

    public Answer post(String call) {
        return api.post(path(call));
    }

    public Answer get(String call) {
        return api.get(path(call));
    }

    /// For a call that waits.
    public CompletableFuture<Answer> postLater(String call, String json) {
        return api.request("POST", path(call)).json(json).sendLater();
    }

    /// Until a call of this name waits on it, which makes what comes next come after.
    public void untilWaiting(String call) {
        untilWaiting(call, 1);
    }

    public void untilWaiting(String call, int count) {
        api.untilWaiting("?socket=" + id, call, count);
    }

    public ApiFile makefile(String json) {
        Answer answer = post("makefile", json);
        assertThat(answer).hasStatus(201);
        return new ApiFile(api, answer.at("id").asString());
    }

    public JsonNode view() {
        Answer answer = api.get("/sockets/" + id);
        assertThat(answer).isOk();
        return answer.json();
    }

    /// Where a counter of its view stands once whoever moves it is held back.
    public long stalledAt(String counter) {
        long[] last = {-1, 0};
        eventually()
                .until(
                        () -> {
                            long now = view().get(counter).asLong();
                            last[1] = now > 0 && now == last[0] ? last[1] + 1 : 0;
                            last[0] = now;
                            return last[1] > 50;
                        });
        return last[0];
    }

    public String state() {
        return view().get("state").asString();
    }

    public int fd() {
        return view().get("fd").asInt();
    }

    public JsonNode localAddress() {
        return get("getsockname").json();
    }

    public int port() {
        return localAddress().get("port").asInt();
    }

    public Answer close() {
        return api.delete("/sockets/" + id);
    }

    public Answer bind(String address) {
        return post("bind", json("{'address': %s}", address));
    }

    /// Bound to a free port of the loopback interface.
    public ApiSocket bound() {
        assertThat(bind(json("{'host': '127.0.0.1', 'port': 0}"))).isDone();
        return this;
    }

    public Answer connect(int port) {
        return connect(json("{'host': '127.0.0.1', 'port': %d}", port));
    }

    public Answer connect(String address) {
        return post("connect", json("{'address': %s}", address));
    }

    public ApiSocket connected(int port) {
        assertThat(connect(port)).isDone();
        return this;
    }

    public ApiSocket accepted() {
        Answer answer = post("accept");
        assertThat(answer).isCreated();
        return api.socketOf(answer.at("conn/id").asString());
    }

    public Answer send(byte[] data) {
        return post("send", json("{'data': '%s'}", base64(data)));
    }

    public Answer send(String latin1) {
        return send(Bytes.of(latin1));
    }

    public Answer sendto(String latin1, JsonNode address) {
        return post(
                "sendto",
                json("{'data': '%s', 'address': %s}", base64(latin1), address.toString()));
    }

    public Answer recv(int bufsize) {
        return post("recv", json("{'bufsize': %d}", bufsize));
    }

    public Answer recv(int bufsize, String flags) {
        return post("recv", json("{'bufsize': %d, 'flags': '%s'}", bufsize, flags));
    }

    public Answer setTimeout(Object seconds) {
        return post("settimeout", json("{'timeout': %s}", seconds));
    }

    /// In non-blocking mode.
    public ApiSocket nonBlocking() {
        assertThat(post("setblocking", json("{'flag': false}"))).isDone();
        return this;
    }

    /// With a time-out.
    public ApiSocket within(Object seconds) {
        assertThat(setTimeout(seconds)).isDone();
        return this;
    }

    public Answer setsockopt(String level, String optname, Object value) {
        return post(
                "setsockopt",
                json("{'level': '%s', 'optname': '%s', 'value': %s}", level, optname, value));
    }

    public Answer getsockopt(String level, String optname) {
        return get("getsockopt?level=" + level + "&optname=" + optname);
    }
}
