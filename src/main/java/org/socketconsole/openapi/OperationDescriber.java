package org.socketconsole.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;

import org.socketconsole.dispatch.CallDefinition;
import org.socketconsole.dispatch.CallTable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/// Describes what springdoc cannot see of a call: its arguments, its limit, the other forms of its
/// bytes, and the errors that any call can end with.
@Component
class OperationDescriber implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    private final CallTable calls;
    private final ArgumentDescriber arguments;
    private final AnswerDescriber answers;
    private final Schemas schemas;

    OperationDescriber(
            CallTable calls,
            ArgumentDescriber arguments,
            AnswerDescriber answers,
            Schemas schemas) {
        this.calls = calls;
        this.arguments = arguments;
        this.answers = answers;
        this.schemas = schemas;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        CallDefinition call = calls.find(handler.getMethod());
        if (call != null) {
            arguments.describe(operation, call);
        }
        AnswerDescriber.describe(operation.getResponses(), handler.getMethod());
        return operation;
    }

    @Override
    public void customise(OpenAPI api) {
        answers.defineErrors(api.getComponents());
        schemas.addTo(api.getComponents());
    }
}
