package org.socketconsole.socket;

import io.swagger.v3.oas.annotations.Operation;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Arguments;
import org.socketconsole.call.NullIsValue;
import org.socketconsole.call.Payload;
import org.socketconsole.call.SnakeCase;
import org.socketconsole.socket.SocketTypeController.Method;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The methods of a socket, read from the endpoints below one.
@Component
class SocketMethods {

    private static final String SOCKET = "/api/v1/sockets/{id}";

    /// How the page and curl have a socket, and no method of it.
    private static final Set<String> OTHERS =
            Set.of("getSocket", "listOptions", "setOption", "tcpInfo", "setLabel");

    private final RequestMappingHandlerMapping mapping;

    SocketMethods(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /// Sorted by name.
    List<Method> all() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> isOfSocket(entry.getKey()))
                .map(entry -> entry.getValue())
                .filter(handler -> !OTHERS.contains(handler.getMethod().getName()))
                .map(SocketMethods::describe)
                .sorted(Comparator.comparing(Method::name))
                .toList();
    }

    private static boolean isOfSocket(RequestMappingInfo info) {
        return info.getPatternValues().stream().anyMatch(path -> path.startsWith(SOCKET));
    }

    private static Method describe(HandlerMethod handler) {
        String operationId = handler.getMethod().getName();
        String name = SnakeCase.of(operationId);
        Operation operation = handler.getMethodAnnotation(Operation.class);
        return new Method(
                name,
                name + signature(handler),
                operation == null ? "" : operation.summary(),
                operationId);
    }

    /// As Python's documentation writes it: what may be absent is in brackets.
    private static String signature(HandlerMethod handler) {
        List<RecordComponent> components =
                Arrays.stream(handler.getMethod().getParameters())
                        .filter(parameter -> parameter.isAnnotationPresent(Arguments.class))
                        .flatMap(parameter -> parameters(parameter.getType()))
                        .toList();
        String required = names(components.stream().filter(c -> !isOptional(c)));
        String optional = names(components.stream().filter(SocketMethods::isOptional));
        String separator = required.isEmpty() || optional.isEmpty() ? "" : ", ";
        return "(" + required + (optional.isEmpty() ? "" : "[" + separator + optional + "]") + ")";
    }

    /// `text` is a form of the bytes on the wire, not a parameter.
    private static Stream<RecordComponent> parameters(Class<?> request) {
        return Arrays.stream(request.getRecordComponents())
                .filter(component -> !component.getName().equals("text"));
    }

    private static String names(Stream<RecordComponent> components) {
        return components
                .map(component -> SnakeCase.of(component.getName()))
                .collect(Collectors.joining(", "));
    }

    /// The bytes to send may only be absent where `text` stands for them.
    private static boolean isOptional(RecordComponent component) {
        boolean isPayload =
                component.getName().equals("data")
                        && Payload.class.isAssignableFrom(component.getDeclaringRecord());
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !component.isAnnotationPresent(NullIsValue.class)
                && !isPayload;
    }
}
