package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpVersion;
import org.jspecify.annotations.Nullable;
import org.socketconsole.call.BodyReader;
import org.socketconsole.call.BodyWriter;
import org.socketconsole.call.Operation;
import org.socketconsole.call.Payload;
import org.socketconsole.dispatch.ArgumentBinder;
import org.socketconsole.dispatch.ArgumentSource;
import org.socketconsole.dispatch.CallDefinition;
import org.socketconsole.dispatch.RepeatKey;
import org.springframework.web.servlet.HandlerMapping;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// The arguments of a call, as its request has them: in the path, in a JSON body, as the bytes of
/// another body, in the query.
final class RequestArguments implements ArgumentSource {

    private final HttpServletRequest request;
    private final CallDefinition call;
    private final CallBody body;
    private final AnswerType answer;
    private byte @Nullable [] bytes;
    private final HttpServletResponse response;
    private @Nullable DigestedBody digested;
    private @Nullable StreamedRequest stream;
    private @Nullable HttpBodyWriter writer;

    RequestArguments(
            HttpServletRequest request,
            HttpServletResponse response,
            CallDefinition call,
            long largestBody) {
        this.request = request;
        this.response = response;
        this.call = call;
        this.body = new CallBody(request, largestBody);
        this.answer = AnswerType.of(request, call);
    }

    /// The id in the path.
    @Nullable String id() {
        return pathVariables().get("id");
    }

    /// What the client takes the answer as.
    AnswerType answer() {
        return answer;
    }

    /// What the client does not take the answer of is not called.
    @Override
    public @Nullable Object bind(ArgumentBinder binder, CallDefinition call) {
        answer.require();
        return call.readsBody() ? bindBeside(binder, call) : bindAll(binder, call);
    }

    @Override
    public @Nullable RepeatKey key() {
        String name = call.method().equals("POST") ? request.getHeader(RepeatKey.HEADER) : null;
        if (name == null) {
            return null;
        }
        answer.require();
        String path = request.getMethod() + " " + request.getRequestURI();
        String query = request.getQueryString();
        if (!call.readsBody()) {
            return RepeatKey.of(path, name, bytes(), query);
        }
        digested = new DigestedBody(call.name(), this::bodyReader);
        return RepeatKey.of(path, name, CallBody.NONE, query).with(digested);
    }

    private byte[] bytes() {
        if (bytes == null) {
            bytes = isGet() ? CallBody.NONE : body.read();
        }
        return bytes;
    }

    /// Of a call that reads the body itself.
    private @Nullable Object bindBeside(ArgumentBinder binder, CallDefinition call) {
        body.requireRaw();
        return bind(binder, call, binder.object(CallBody.NONE));
    }

    private @Nullable Object bindAll(ArgumentBinder binder, CallDefinition call) {
        boolean raw = !isGet() && body.isRaw(Payload.class.isAssignableFrom(call.record()));
        byte[] bytes = bytes();
        if (!raw && request.getQueryString() == null && call.variables().isEmpty()) {
            return binder.bind(bytes, call);
        }
        ObjectNode arguments = binder.object(raw ? CallBody.NONE : bytes, call.record());
        if (raw) {
            arguments.put("data", bytes);
        }
        pathVariables().forEach((name, value) -> addVariable(arguments, name, value));
        return bind(binder, call, arguments);
    }

    private @Nullable Object bind(
            ArgumentBinder binder, CallDefinition call, ObjectNode arguments) {
        new QueryArguments(request).addTo(arguments, call.record());
        return binder.bind(arguments, call);
    }

    /// Under HTTP/2 a client that leaves, or wants no answer any more, is seen.
    @Override
    public void begins(Operation operation) {
        if (request.getProtocol().equals(HttpVersion.HTTP_2.asString())) {
            ServletContextRequest.getServletContextRequest(request)
                    .addFailureListener(left -> operation.abandon());
        }
    }

    @Override
    public long size() {
        return body.size();
    }

    @Override
    public BodyReader reader() {
        return digested == null ? bodyReader() : digested;
    }

    private BodyReader bodyReader() {
        request.setAttribute(IncomingBody.AS_IT_COMES, true);
        request.setAttribute(IncomingBody.AT_ITS_PACE, call.isOnSocket() ? true : null);
        stream = new StreamedRequest(request);
        stream.readInPieces();
        return new HttpBodyReader(request);
    }

    /// A `HEAD` would take the bytes from the socket, and give them to nobody.
    @Override
    public BodyWriter writer() {
        if (request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, PUT");
            throw Refusal.notAllowed();
        }
        stream = new StreamedRequest(request);
        writer = new HttpBodyWriter(stream, response);
        return writer;
    }

    /// To be called when the call has ended: the connection is as it was.
    void end() {
        if (writer != null) {
            writer.close();
        }
        if (stream != null) {
            stream.end();
        }
    }

    private void addVariable(ObjectNode arguments, String name, String value) {
        if (call.variables().contains(name)) {
            arguments.put(name, value);
        }
    }

    private boolean isGet() {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> pathVariables() {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map ? (Map<String, String>) map : Map.of();
    }
}
