package org.socketconsole.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.socketconsole.access.BodyRoom;

/// Stands before all that may read the body of a request: bounds what it takes, and sees to what
/// nobody has read of it.
final class BodyHandler extends Handler.Wrapper {

    private final BodyLimits limits;
    private final BodyRoom room;
    private final StoppedBodies stopped;

    BodyHandler(BodyLimits limits, BodyRoom room, Scheduler scheduler) {
        this.limits = limits;
        this.room = room;
        this.stopped = new StoppedBodies(scheduler);
        addBean(stopped);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!hasBody(request)) {
            return super.handle(request, response, callback);
        }
        IncomingBody body = new IncomingBody(request, limits, room, stopped);
        Request.addCompletionListener(request, failure -> body.forget());
        return super.handle(body, new DrainingResponse(body, response), callback);
    }

    /// Under HTTP/2 a body needs no header to tell of it.
    private static boolean hasBody(Request request) {
        return request.getLength() > 0
                || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
                || request.getLength() < 0 && isHttp2(request);
    }

    private static boolean isHttp2(Request request) {
        return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
    }
}
