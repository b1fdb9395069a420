package org.socketconsole.testing;

import static org.socketconsole.testing.Json.json;

import java.util.concurrent.CompletableFuture;

/// A file of the console, as `makefile` makes it, by its id.
public record ApiFile(Api api, String id) {

    public String path() {
        return "/files/" + id;
    }

    public String path(String call) {
        return path() + "/" + call;
    }

    public Answer view() {
        return api.get(path());
    }

    /// A call with arguments in its query or none.
    public Answer call(String call) {
        return api.post(path(call));
    }

    public Answer call(String call, String json) {
        return api.post(path(call), json);
    }

    /// For a call that waits.
    public CompletableFuture<Answer> callLater(String call) {
        return api.request("POST", path(call)).sendLater();
    }

    public Answer write(String text) {
        return call("write", json("{'text': %s}", Json.quoted(text)));
    }

    public Answer write(byte[] bytes) {
        return writing(bytes).send();
    }

    /// For one that waits.
    public CompletableFuture<Answer> writeLater(byte[] bytes) {
        return writing(bytes).sendLater();
    }

    public Answer close() {
        return api.delete(path());
    }

    private Api.Request writing(byte[] bytes) {
        return api.request("POST", path("write")).body("application/octet-stream", bytes);
    }
}
