package org.socketconsole.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;

import org.socketconsole.call.Payload;
import org.socketconsole.call.RawBytes;
import org.socketconsole.dispatch.CallDefinition;
import org.socketconsole.dispatch.RepeatKey;
import org.springframework.stereotype.Component;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

/// Describes where the arguments of a call go: into its path, its query or its body.
@Component
class ArgumentDescriber {

    /// The members that are the bytes of a call, and have no place in a query.
    private static final List<String> PAYLOAD =
            Stream.of(Payload.class.getMethods())
                    .filter(method -> Modifier.isAbstract(method.getModifiers()))
                    .map(Method::getName)
                    .toList();

    private final Schemas schemas;

    ArgumentDescriber(Schemas schemas) {
        this.schemas = schemas;
    }

    void describe(Operation operation, CallDefinition call) {
        operation.setParameters(null);
        operation.setRequestBody(null);
        describePath(operation, call);
        if (call.readsBody()) {
            operation.setRequestBody(new RequestBody().content(bytes()).required(true));
        }
        if (call.arguments() != null && (call.readsBody() || call.method().equals("GET"))) {
            describeQuery(operation, call, call.arguments());
        } else if (call.arguments() != null) {
            describeBody(operation, call, call.arguments());
        }
        operation.addParametersItem(limit());
        if (call.method().equals("POST")) {
            operation.addParametersItem(key());
        }
    }

    private static void describePath(Operation operation, CallDefinition call) {
        if (call.path().contains("{id}")) {
            operation.addParametersItem(inPath("id").example(exampleOfId(call.path())));
        }
        call.variables().forEach(name -> operation.addParametersItem(inPath(name)));
    }

    private void describeQuery(Operation operation, CallDefinition call, Class<?> type) {
        List<String> required = schemas.required(type);
        parameters(call, type)
                .map(parameter -> parameter.required(required.contains(parameter.getName())))
                .forEach(operation::addParametersItem);
    }

    private void describeBody(Operation operation, CallDefinition call, Class<?> type) {
        boolean takesBytes = Payload.class.isAssignableFrom(type);
        boolean answersBytes = RawBytes.class.isAssignableFrom(call.result());
        parameters(call, type)
                .filter(parameter -> isBesideBody(parameter, takesBytes, answersBytes))
                .map(parameter -> parameter.required(false))
                .forEach(operation::addParametersItem);
        operation.setRequestBody(
                new RequestBody()
                        .content(body(call, type, takesBytes))
                        .required(takesBytes || !answersBytes && needsMembers(call, type)));
    }

    /// Bytes leave no room in a body for what goes with them, and need no body to be asked for; any
    /// call may be asked by its query for bytes as text too.
    private static boolean isBesideBody(
            Parameter parameter, boolean takesBytes, boolean answersBytes) {
        return takesBytes
                ? !PAYLOAD.contains(parameter.getName())
                : answersBytes || parameter.getName().equals("text") && isFlag(parameter);
    }

    private static boolean isFlag(Parameter parameter) {
        return parameter.getSchema().getTypes().contains("boolean");
    }

    private boolean needsMembers(CallDefinition call, Class<?> type) {
        return schemas.required(type).stream().anyMatch(name -> !call.variables().contains(name));
    }

    private Content body(CallDefinition call, Class<?> type, boolean takesBytes) {
        MediaType json = new MediaType().schema(schemas.request(type, call.variables()));
        Content content = new Content().addMediaType(Schemas.JSON, json);
        if (takesBytes) {
            content.putAll(bytes());
        }
        return content;
    }

    private static Content bytes() {
        Content content = new Content();
        Schemas.RAW.forEach(raw -> content.addMediaType(raw, Schemas.bytes()));
        return content;
    }

    private Stream<Parameter> parameters(CallDefinition call, Class<?> type) {
        return schemas.members(type).entrySet().stream()
                .filter(member -> !call.variables().contains(member.getKey()))
                .map(member -> parameter(member.getKey(), member.getValue()));
    }

    private static Parameter parameter(String name, Schema<?> schema) {
        boolean isObject = schema.get$ref() != null;
        return new QueryParameter()
                .name(name)
                .schema(isObject ? Schemas.jsonAsText() : schema)
                .description(isObject ? "As JSON" : schema.getDescription())
                .example(schema.getExample());
    }

    private static Parameter inPath(String name) {
        return new PathParameter().name(name).schema(new StringSchema());
    }

    private static Parameter limit() {
        return new QueryParameter()
                .name("wait")
                .schema(new NumberSchema())
                .description("The most seconds that this one request may wait");
    }

    private static Parameter key() {
        return new HeaderParameter()
                .name(RepeatKey.HEADER)
                .schema(new StringSchema().minLength(1).maxLength(255))
                .description("Names the call, which is made once: a repeat has the first answer");
    }

    private static String exampleOfId(String path) {
        return switch (path.split("/")[1]) {
            case "files" -> "f-1";
            case "operations" -> "o-1";
            case "traffic" -> "1";
            default -> "s-1";
        };
    }
}
