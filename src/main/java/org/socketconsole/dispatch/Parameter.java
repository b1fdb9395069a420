package org.socketconsole.dispatch;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.call.BufferArgument;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.NullIsValue;
import org.socketconsole.call.Payload;
import org.socketconsole.call.SnakeCase;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A parameter of a call.
public record Parameter(
        @Schema(example = "flags") String name,
        @Schema(
                        description =
                                "integer, number, string, boolean, bytes, constant, flags, address,"
                                        + " ancillary, buffers or ids",
                        example = "flags")
                String type,
        boolean required,
        @Schema(description = "Whether null is one of its values") boolean nullable,
        @Schema(description = "As one would type it; null where there is none", example = "0")
                @JsonProperty("default")
                @Nullable String otherwise,
        @Schema(description = "query or body", example = "body") String in,
        String help,
        @Schema(description = "Values to choose from, the usual first; null where any will do")
                @Nullable List<String> choices) {

    private static final Map<Type, String> TYPES =
            Map.of(
                    Address.class, "address",
                    Boolean.class, "boolean",
                    ConstantArgument.class, "constant",
                    Double.class, "number",
                    Integer.class, "integer",
                    Long.class, "integer",
                    String.class, "string",
                    byte[].class, "bytes");

    private static final Map<Type, String> TYPES_OF_LISTS =
            Map.of(String.class, "ids", BufferArgument.class, "buffers");

    static final String WAIT = "wait";

    private static final Set<String> OF_REQUESTS = Set.of(WAIT, "after", "at");

    static Parameter of(RecordComponent component, String operationId, String in) {
        ParameterWords row = ParameterWords.of(operationId, component.getName());
        return new Parameter(
                SnakeCase.of(component.getName()),
                type(component),
                isRequired(component),
                component.isAnnotationPresent(NullIsValue.class),
                row.otherwise(),
                in,
                row.help(),
                row.choices());
    }

    /// Every call that can wait takes it, and no record of arguments has it.
    static Parameter wait(String operationId) {
        String help = ParameterWords.of(operationId, WAIT).help();
        return new Parameter(WAIT, "number", false, false, null, "query", help, null);
    }

    /// Of the request, and not of the call as Python has it.
    public boolean belongsToTheRequest() {
        return OF_REQUESTS.contains(name);
    }

    private static String type(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType list) {
            return TYPES_OF_LISTS.getOrDefault(list.getActualTypeArguments()[0], "ancillary");
        }
        return component.getName().equals("flags")
                ? "flags"
                : TYPES.getOrDefault(component.getType(), "string");
    }

    /// The bytes to send may only be absent where `text` stands for them.
    private static boolean isRequired(RecordComponent component) {
        boolean isPayload =
                component.getName().equals("data")
                        && Payload.class.isAssignableFrom(component.getDeclaringRecord());
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.isAnnotationPresent(NullIsValue.class)
                || isPayload;
    }
}
