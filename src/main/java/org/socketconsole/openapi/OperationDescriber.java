package org.socketconsole.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Created;
import org.socketconsole.call.Payload;
import org.socketconsole.call.RawBytes;
import org.socketconsole.dispatch.CallDefinition;
import org.socketconsole.dispatch.CallTable;
import org.socketconsole.dispatch.Problem;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Describes what springdoc cannot see of a call: its arguments, its limit, the other forms of its
/// bytes, and the errors that any call can end with.
@Component
class OperationDescriber implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final List<String> RAW = List.of("application/octet-stream", "text/plain");

    private static final Map<String, String> ERRORS =
            Map.ofEntries(
                    Map.entry("400", "An argument is at fault: `invalid-argument`"),
                    Map.entry("401", "The token is missing or wrong"),
                    Map.entry("403", "A rule of the server, EACCES or EPERM"),
                    Map.entry("404", "There is no such id, path or name"),
                    Map.entry("409", "The socket or the address is in the wrong state"),
                    Map.entry("410", "The socket is closed: EBADF"),
                    Map.entry("413", "EMSGSIZE, or a body that is too large"),
                    Map.entry("415", "A type of body that the call does not take"),
                    Map.entry("422", "What this kernel does not have, or another error of its"),
                    Map.entry("429", "More than the server gives"),
                    Map.entry("502", "The peer or the network: ECONNREFUSED and the like"),
                    Map.entry("503", "No room, here or at the name service: EMFILE, EAI_AGAIN"),
                    Map.entry("504", "The wait is over: `timeout`"));

    private final CallTable table;

    /// The schemas that the descriptions made here refer to.
    private final Map<String, Schema<?>> schemas = new ConcurrentHashMap<>();

    OperationDescriber(CallTable table) {
        this.table = table;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        CallDefinition call = table.find(handler.getMethod());
        if (call != null) {
            operation.setParameters(null);
            operation.setRequestBody(null);
            describePath(operation, call);
            describeArguments(operation, call);
            operation.addParametersItem(limit());
            describeAnswer(operation, handler, call);
            describeErrors(operation);
        }
        return operation;
    }

    @Override
    public void customise(OpenAPI api) {
        defineErrors(api.getComponents());
        schemas.forEach(api.getComponents()::addSchemas);
        api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
    }

    private static void describePath(Operation operation, CallDefinition call) {
        if (call.path().contains("{id}")) {
            operation.addParametersItem(inPath("id", exampleOfId(call.path())));
        }
        call.variables().forEach(name -> operation.addParametersItem(inPath(name, null)));
    }

    private static Parameter inPath(String name, @Nullable String example) {
        return new PathParameter().name(name).schema(new StringSchema()).example(example);
    }

    private static String exampleOfId(String path) {
        return switch (path.split("/")[1]) {
            case "files" -> "f-1";
            case "operations" -> "o-1";
            case "traffic" -> "1";
            default -> "s-1";
        };
    }

    private void describeArguments(Operation operation, CallDefinition call) {
        if (call.arguments() != null && call.method().equals("GET")) {
            query(operation, call, call.arguments());
        } else if (call.arguments() != null) {
            operation.setRequestBody(body(call, call.arguments()));
        }
    }

    @SuppressWarnings("rawtypes") // the library's own map of properties is of raw schemas
    private void query(Operation operation, CallDefinition call, Class<?> type) {
        Schema<?> model = resolve(type, false).schema;
        List<String> required = Objects.requireNonNullElse(model.getRequired(), List.of());
        Map<String, Schema> members =
                new TreeMap<>(Objects.requireNonNullElse(model.getProperties(), Map.of()));
        call.variables().forEach(members::remove);
        members.forEach(
                (name, schema) ->
                        operation.addParametersItem(
                                parameter(name, schema).required(required.contains(name))));
    }

    private static Parameter parameter(String name, Schema<?> schema) {
        return new QueryParameter()
                .name(name)
                .schema(schema)
                .description(schema.getDescription())
                .example(schema.getExample());
    }

    private RequestBody body(CallDefinition call, Class<?> type) {
        ResolvedSchema model = resolve(type, true);
        Schema<?> members = schemas.get(type.getSimpleName());
        if (members != null && members.getProperties() != null) {
            call.variables().forEach(members.getProperties()::remove);
            members.setRequired(
                    Objects.requireNonNullElse(members.getRequired(), List.<String>of()).stream()
                            .filter(name -> !call.variables().contains(name))
                            .toList());
        }
        Content content = new Content().addMediaType(JSON, new MediaType().schema(model.schema));
        if (Payload.class.isAssignableFrom(type)) {
            RAW.forEach(raw -> content.addMediaType(raw, bytes()));
        }
        Schema<?> record = schemas.get(type.getSimpleName());
        boolean optional = record == null || record.getRequired() == null;
        return new RequestBody()
                .content(content)
                .required(!optional || Payload.class.isAssignableFrom(type));
    }

    private static void describeAnswer(
            Operation operation, HandlerMethod handler, CallDefinition call) {
        ApiResponse answer = operation.getResponses().get("200");
        if (answer == null) {
            return;
        }
        Class<?> type = handler.getMethod().getReturnType();
        String[] produces = produces(handler);
        if (produces.length > 0) {
            answer.setContent(new Content().addMediaType(produces[0], bytes()));
        }
        if (RawBytes.class.isAssignableFrom(type)) {
            RAW.forEach(raw -> answer.getContent().addMediaType(raw, bytes()));
        }
        if (type == Created.class) {
            describeCreated(operation.getResponses(), answer);
        }
        if (type == void.class) {
            operation.getResponses().remove("200");
            operation.getResponses().addApiResponse("204", answer.description("No Content"));
        }
    }

    private static String[] produces(HandlerMethod handler) {
        RequestMapping mapping =
                AnnotatedElementUtils.findMergedAnnotation(
                        handler.getMethod(), RequestMapping.class);
        return mapping == null ? new String[0] : mapping.produces();
    }

    private static void describeCreated(ApiResponses answers, ApiResponse answer) {
        Header location = new Header().schema(new StringSchema()).description("Its path");
        answers.remove("200");
        answers.addApiResponse(
                "201", answer.description("Created").addHeaderObject("Location", location));
    }

    private static void describeErrors(Operation operation) {
        ERRORS.keySet()
                .forEach(
                        status ->
                                operation.getResponses().addApiResponse(status, reference(status)));
    }

    private static ApiResponse reference(String status) {
        return new ApiResponse().$ref("#/components/responses/Problem" + status);
    }

    private void defineErrors(Components components) {
        MediaType problem = new MediaType().schema(resolve(Problem.class, true).schema);
        ERRORS.forEach(
                (status, meaning) ->
                        components.addResponses(
                                "Problem" + status,
                                new ApiResponse()
                                        .description(meaning)
                                        .content(new Content().addMediaType(PROBLEM, problem))));
    }

    private static Parameter limit() {
        return new QueryParameter()
                .name("wait")
                .schema(new NumberSchema())
                .description("The most seconds that this one request may wait");
    }

    private static MediaType bytes() {
        return new MediaType().schema(new BinarySchema());
    }

    private ResolvedSchema resolve(Type type, boolean asReference) {
        ResolvedSchema resolved =
                ModelConverters.getInstance(true)
                        .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(asReference));
        if (asReference) {
            resolved.referencedSchemas.forEach(schemas::put);
        }
        return resolved;
    }
}
