package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Payload;
import org.socketconsole.dispatch.ArgumentBinder;
import org.socketconsole.dispatch.ArgumentSource;
import org.socketconsole.dispatch.CallDefinition;
import org.socketconsole.dispatch.RepeatKey;
import org.springframework.web.servlet.HandlerMapping;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// The arguments of a call, as its request has them: in the path, in a JSON body, as the bytes of
/// another body, in the query. What the body says goes before what the query says.
final class RequestArguments implements ArgumentSource {

    private final HttpServletRequest request;
    private final CallDefinition call;
    private final CallBody body;
    private final AnswerType answer;
    private byte @Nullable [] bytes;

    RequestArguments(HttpServletRequest request, CallDefinition call, long largestBody) {
        this.request = request;
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
        return call.arguments() == null ? null : bind(binder, call, call.arguments());
    }

    @Override
    public @Nullable RepeatKey key() {
        String name = call.method().equals("POST") ? request.getHeader(RepeatKey.HEADER) : null;
        if (name == null) {
            return null;
        }
        answer.require();
        String path = request.getMethod() + " " + request.getRequestURI();
        return RepeatKey.of(path, name, bytes(), request.getQueryString());
    }

    private byte[] bytes() {
        if (bytes == null) {
            bytes = isGet() ? CallBody.NONE : body.read();
        }
        return bytes;
    }

    private Object bind(ArgumentBinder binder, CallDefinition call, Class<?> type) {
        boolean raw = !isGet() && body.isRaw(Payload.class.isAssignableFrom(type));
        byte[] bytes = bytes();
        if (!raw && request.getQueryString() == null && call.variables().isEmpty()) {
            return binder.bind(bytes, type);
        }
        ObjectNode arguments = binder.object(raw ? CallBody.NONE : bytes);
        if (raw) {
            arguments.put("data", bytes);
        }
        pathVariables().forEach((name, value) -> addVariable(arguments, name, value));
        new QueryArguments(request).addTo(arguments, type);
        return binder.bind(arguments, type);
    }

    @Override
    public long size() {
        return body.size();
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
