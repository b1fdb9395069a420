package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.ArgumentBinder;
import org.socketconsole.call.Arguments;
import org.socketconsole.call.Call;
import org.socketconsole.call.Payload;
import org.socketconsole.call.SnakeCase;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.RecordComponent;
import java.util.Objects;

/// Collects the arguments of a call from its request: those of the query, and those of a JSON body
/// or the bytes of another body as `data`.
class ArgumentsResolver implements HandlerMethodArgumentResolver {

    private final JsonMapper mapper;
    private final ArgumentBinder binder;
    private final RequestBody body;

    ArgumentsResolver(JsonMapper mapper, ArgumentBinder binder, RequestBody body) {
        this.mapper = mapper;
        this.binder = binder;
        this.body = body;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Arguments.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory factory)
            throws Exception {
        HttpServletRequest request =
                Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Class<?> type = parameter.getParameterType();
        ObjectNode arguments = body.read(request, Payload.class.isAssignableFrom(type));
        addQuery(arguments, request, type);
        Object bound = binder.bind(arguments, type);
        Call call = CallResolver.of(request);
        if (call != null) {
            call.operation().takes(bound);
        }
        return bound;
    }

    /// What the body says goes before what the query says.
    private void addQuery(ObjectNode arguments, HttpServletRequest request, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = SnakeCase.of(component.getName());
            String value = request.getParameter(name);
            if (value != null && !arguments.has(name)) {
                arguments.set(name, json(value, component.getType()));
            }
        }
    }

    /// A query has only text: what is to be anything else is read as JSON. A `+` of base64 that was
    /// not escaped has become a space.
    private JsonNode json(String text, Class<?> type) {
        if (type == byte[].class) {
            return mapper.getNodeFactory().stringNode(text.replace(' ', '+'));
        }
        return type == String.class || type.isEnum() || text.isBlank()
                ? mapper.getNodeFactory().stringNode(text)
                : parsed(text);
    }

    private JsonNode parsed(String text) {
        try {
            return mapper.readTree(text);
        } catch (JacksonException none) {
            return mapper.getNodeFactory().stringNode(text);
        }
    }
}
