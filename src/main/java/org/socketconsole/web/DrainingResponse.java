package org.socketconsole.web;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

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
        super.write(last, content, last && !body.isAtEnd() ? afterTheRest(callback) : callback);
    }

    /// A client that still sends would be cut off before it has read the answer.
    private Callback afterTheRest(Callback callback) {
        return Callback.from(
                () ->
                        getRequest()
                                .getComponents()
                                .getExecutor()
                                .execute(
                                        () -> {
                                            body.drop();
                                            callback.succeeded();
                                        }),
                callback::failed);
    }
}
