package org.socketconsole.dispatch;

import io.swagger.v3.oas.annotations.Operation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The calls that there are words of, as forms of them need them.
@Component
public class CallForms {

    private final CallTable calls;

    CallForms(CallTable calls) {
        this.calls = calls;
    }

    /// Sorted by name.
    public List<CallForm> all() {
        return calls.all().stream()
                .flatMap(CallForms::form)
                .sorted(Comparator.comparing(CallForm::name))
                .toList();
    }

    private static Stream<CallForm> form(CallDefinition call) {
        CallWords words = call.words();
        return words == null ? Stream.empty() : Stream.of(form(call, words));
    }

    private static CallForm form(CallDefinition call, CallWords words) {
        return new CallForm(
                call.name(),
                call.operationId(),
                words.group(),
                on(call.path()),
                call.method(),
                call.path(),
                summary(call),
                words.returns(),
                words.waits(),
                words.errors(),
                parameters(call, words));
    }

    private static String on(String path) {
        return path.startsWith("/sockets/{id}")
                ? "socket"
                : path.startsWith("/files/{id}") ? "file" : "module";
    }

    private static String summary(CallDefinition call) {
        Operation operation = call.handler().getAnnotation(Operation.class);
        return operation == null ? "" : operation.summary();
    }

    private static List<Parameter> parameters(CallDefinition call, CallWords words) {
        String operationId = call.operationId();
        String in = call.method().equals("GET") ? "query" : "body";
        return Stream.concat(
                        components(call.arguments())
                                .map(component -> Parameter.of(component, operationId, in)),
                        words.waits() ? Stream.of(Parameter.wait(operationId)) : Stream.empty())
                .toList();
    }

    /// `text` and `hex` are forms of the bytes on the wire, not parameters.
    private static Stream<RecordComponent> components(@Nullable Class<?> arguments) {
        return arguments == null
                ? Stream.empty()
                : Arrays.stream(arguments.getRecordComponents())
                        .filter(part -> !part.getName().equals("text"))
                        .filter(part -> !part.getName().equals("hex"));
    }
}
