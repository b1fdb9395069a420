package org.socketconsole.describe;

import io.swagger.v3.oas.annotations.Operation;

import org.socketconsole.call.Arguments;
import org.socketconsole.call.SnakeCase;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// The endpoint of a call, with the row that says more about it.
record Endpoint(RequestMappingInfo mapping, HandlerMethod handler, CallRow row) {

    private static final String BASE = "/api/v1";

    CallDescriptor describe() {
        return new CallDescriptor(
                SnakeCase.of(row.operationId()),
                row.operationId(),
                row.group(),
                on(),
                method().name(),
                path(),
                summary(),
                row.returns(),
                row.waits(),
                row.errors(),
                parameters());
    }

    private String on() {
        return path().startsWith("/sockets/{id}")
                ? "socket"
                : path().startsWith("/files/{id}") ? "file" : "module";
    }

    private String path() {
        return only(mapping.getPatternValues()).substring(BASE.length());
    }

    private RequestMethod method() {
        return only(mapping.getMethodsCondition().getMethods());
    }

    private String summary() {
        Operation operation = handler.getMethodAnnotation(Operation.class);
        return operation == null ? "" : operation.summary();
    }

    private List<CallParameter> parameters() {
        Stream<CallParameter> limit =
                row.waits() ? Stream.of(CallParameter.wait(row.operationId())) : Stream.empty();
        return Stream.concat(arguments(), limit).toList();
    }

    /// `text` is a form of the bytes on the wire, not a parameter.
    private Stream<CallParameter> arguments() {
        String in = method() == RequestMethod.GET ? "query" : "body";
        return Arrays.stream(handler.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(Arguments.class))
                .map(Parameter::getType)
                .flatMap(request -> Arrays.stream(request.getRecordComponents()))
                .filter(component -> !component.getName().equals("text"))
                .map(component -> CallParameter.of(component, row.operationId(), in));
    }

    private static <T> T only(Collection<T> one) {
        return one.iterator().next();
    }
}
