package org.socketconsole.web;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.concurrent.Executor;

/// Deals with what nobody has read of a body while the head of the answer can still tell of it.
final class DrainingResponse extends Response.Wrapper {

    private final IncomingBody body;

    DrainingResponse(IncomingBody body, Response response) {
        super(body, response);
        this.body = body;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
        if (!isCommitted() && !body.consumeAvailable()) {
            getHeaders().put(HttpFields.CONNECTION_CLOSE);
        }
        boolean isCutOff = last && !body.isAtEnd();
        super.write(last, content, isCutOff ? afterTheRest(callback) : callback);
    }

    /// A client that still sends would be cut off before it has read the answer.
    private Callback afterTheRest(Callback callback) {
        Executor executor = getRequest().getComponents().getExecutor();
        return Callback.from(() -> executor.execute(() -> end(callback)), callback::failed);
    }

    private void end(Callback callback) {
        body.drop();
        callback.succeeded();
    }
}
