package org.socketconsole.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Created;
import org.socketconsole.call.RawBytes;
import org.socketconsole.call.SnakeCase;
import org.socketconsole.dispatch.Problem;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.stream.Stream;

/// Describes what a call answers: what springdoc makes of its type, the other forms of its bytes,
/// and the errors that any call can end with.
@Component
class AnswerDescriber {

    private static final String PROBLEM = "application/problem+json";

    private static final Map<String, String> ERRORS =
            Map.ofEntries(
                    Map.entry("400", "An argument is at fault: `invalid-argument`"),
                    Map.entry("401", "The token is missing or wrong"),
                    Map.entry("403", "A rule of the server, EACCES or EPERM"),
                    Map.entry("404", "There is no such id, path or name"),
                    Map.entry("406", "No type of answer that the request accepts"),
                    Map.entry("408", "A body that came too slowly"),
                    Map.entry("409", "The socket or the address is in the wrong state"),
                    Map.entry(
                            "410",
                            "The socket is closed: EBADF; or what was asked for is kept no more"),
                    Map.entry("413", "EMSGSIZE, or a body that is too large"),
                    Map.entry("414", "A path and query that are too long"),
                    Map.entry("415", "A type of body that the call does not take"),
                    Map.entry("421", "A name in `Host` that is not this server's"),
                    Map.entry("422", "What this kernel does not have, or another error of its"),
                    Map.entry("429", "More than the server gives"),
                    Map.entry("431", "Headers that are too large"),
                    Map.entry("500", "A defect of the server: `internal`"),
                    Map.entry("502", "The peer or the network: ECONNREFUSED and the like"),
                    Map.entry("503", "No room, here or at the name service: EMFILE, EAI_AGAIN"),
                    Map.entry("504", "The wait is over: `timeout`"));

    /// The members that go into headers where the bytes of an answer go alone.
    private static final Map<String, String> HEADERS =
            Map.of(
                    "offset", "Socket-Offset",
                    "address", "Socket-Address",
                    "msgFlags", "Socket-Flags",
                    "length", "Socket-Length");

    private static final Header LOCATION =
            new Header().schema(new StringSchema()).required(true).description("Its path");

    private final Schemas schemas;

    AnswerDescriber(Schemas schemas) {
        this.schemas = schemas;
    }

    static void describe(ApiResponses answers, Method call) {
        ApiResponse answer = answers.get("200");
        if (answer != null) {
            describe(answer, call);
            move(answers, answer, call.getReturnType());
        }
        ERRORS.keySet().forEach(status -> answers.addApiResponse(status, reference(status)));
    }

    private static void describe(ApiResponse answer, Method call) {
        for (String type : produces(call)) {
            answer.setContent(new Content().addMediaType(type, Schemas.bytes()));
        }
        if (RawBytes.class.isAssignableFrom(call.getReturnType())) {
            describeBytes(answer, call.getReturnType());
        }
        if (hasNullValues(call.getAnnotatedReturnType())) {
            answer.getContent().values().forEach(AnswerDescriber::allowNullValues);
        }
    }

    private static String[] produces(Method call) {
        RequestMapping mapping =
                AnnotatedElementUtils.findMergedAnnotation(call, RequestMapping.class);
        return mapping == null ? new String[0] : mapping.produces();
    }

    /// To the status that it has.
    private static void move(ApiResponses answers, ApiResponse answer, Class<?> type) {
        if (type == Created.class) {
            answers.remove("200");
            answers.addApiResponse(
                    "201", answer.description("Created").addHeaderObject("Location", LOCATION));
        }
        if (type == void.class && answer.getContent() == null) {
            answers.remove("200");
            answers.addApiResponse("204", answer.description("No Content"));
        }
    }

    void defineErrors(Components components) {
        MediaType problem = new MediaType().schema(schemas.answer(Problem.class));
        ERRORS.forEach(
                (status, meaning) ->
                        components.addResponses(
                                "Problem" + status,
                                new ApiResponse()
                                        .description(meaning)
                                        .content(new Content().addMediaType(PROBLEM, problem))));
    }

    private static void describeBytes(ApiResponse answer, Class<?> type) {
        Schemas.RAW.forEach(raw -> answer.getContent().addMediaType(raw, Schemas.bytes()));
        Stream.of(type.getRecordComponents())
                .filter(member -> HEADERS.containsKey(member.getName()))
                .forEach(
                        member ->
                                answer.addHeaderObject(
                                        HEADERS.get(member.getName()), header(member)));
    }

    private static Header header(RecordComponent member) {
        return new Header()
                .schema(headerSchema(member.getType()))
                .description("`" + SnakeCase.of(member.getName()) + "`, where the bytes go alone");
    }

    private static Schema<?> headerSchema(Class<?> type) {
        if (type == String.class) {
            return new StringSchema();
        }
        boolean isNumber = type.isPrimitive() || type == Integer.class;
        return isNumber ? new IntegerSchema().format("int64") : Schemas.jsonAsText();
    }

    private static boolean hasNullValues(AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType map
                && Stream.of(map.getAnnotatedActualTypeArguments())
                        .anyMatch(value -> value.isAnnotationPresent(Nullable.class));
    }

    private static void allowNullValues(MediaType answer) {
        if (answer.getSchema().getAdditionalProperties() instanceof Schema<?> values) {
            values.addType("null");
        }
    }

    private static ApiResponse reference(String status) {
        return new ApiResponse().$ref("#/components/responses/Problem" + status);
    }
}
