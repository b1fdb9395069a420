package org.socketconsole.method;

import org.socketconsole.dispatch.CallForm;
import org.socketconsole.dispatch.CallForms;
import org.socketconsole.dispatch.Parameter;
import org.socketconsole.method.SocketTypeController.Method;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The methods of a socket.
@Component
class SocketMethods {

    private final CallForms forms;

    SocketMethods(CallForms forms) {
        this.forms = forms;
    }

    /// Sorted by name.
    List<Method> all() {
        return forms.all().stream()
                .filter(call -> call.on().equals("socket"))
                .map(SocketMethods::describe)
                .toList();
    }

    private static Method describe(CallForm call) {
        return new Method(
                call.name(), call.name() + signature(call), call.summary(), call.operationId());
    }

    /// As Python's documentation writes it: what may be absent is in brackets.
    private static String signature(CallForm call) {
        String required = names(call, Parameter::required);
        String optional = names(call, parameter -> !parameter.required());
        String separator = required.isEmpty() || optional.isEmpty() ? "" : ", ";
        return "(" + required + (optional.isEmpty() ? "" : "[" + separator + optional + "]") + ")";
    }

    private static String names(CallForm call, Predicate<Parameter> wanted) {
        return call.parameters().stream()
                .filter(parameter -> !parameter.belongsToTheRequest())
                .filter(wanted)
                .map(Parameter::name)
                .collect(Collectors.joining(", "));
    }
}
