package org.socketconsole.web;

import static org.eclipse.jetty.ee11.servlet.ServletContextRequest.getServletContextRequest;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.servlet.http.HttpServletRequest;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.socketconsole.call.Address;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.SnakeCase;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/// The arguments in the query of a request. It has only text: what is to be anything else is read
/// as JSON. One that the record does not have goes with the others, to be refused as in a body.
final class QueryArguments {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Any call may be waited for, and none has it among its own.
    private static final String WAIT = "wait";

    private static final ClassValue<Map<String, Class<?>>> TYPES =
            new ClassValue<>() {
                @Override
                protected Map<String, Class<?>> computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents())
                            .collect(
                                    toUnmodifiableMap(
                                            component -> SnakeCase.of(component.getName()),
                                            RecordComponent::getType));
                }
            };

    private final Fields query;

    QueryArguments(HttpServletRequest request) {
        query = Request.extractQueryParameters(getServletContextRequest(request));
    }

    /// One that is there already would be one of two.
    void addTo(ObjectNode arguments, Class<?> record) {
        for (Fields.Field field : query) {
            String name = field.getName();
            if (field.hasMultipleValues()) {
                throw new InvalidArgumentException(name, "is more than once in the query");
            }
            if (arguments.has(name)) {
                throw new InvalidArgumentException(name, "is given twice, once in the query");
            }
            if (!name.equals(WAIT)) {
                Class<?> type = TYPES.get(record).getOrDefault(name, String.class);
                arguments.set(name, json(name, type, field.getValue()));
            }
        }
    }

    /// A `+` of base64 that was not escaped has become a space.
    private static JsonNode json(String name, Class<?> type, String value) {
        if (type == byte[].class) {
            return JsonNodeFactory.instance.stringNode(value.replace(' ', '+'));
        }
        if (isText(type) || value.isBlank()) {
            return JsonNodeFactory.instance.stringNode(value);
        }
        JsonNode parsed = parsed(value);
        if (type == Address.class && parsed.isString() && isBroken(value)) {
            throw new InvalidArgumentException(name, "is not valid JSON");
        }
        return parsed;
    }

    /// A path may stand without its quotation marks.
    private static boolean isBroken(String json) {
        return "{[".indexOf(json.strip().charAt(0)) >= 0;
    }

    private static boolean isText(Class<?> type) {
        return type == String.class || type == Instant.class || type.isEnum();
    }

    private static JsonNode parsed(String value) {
        try {
            return JSON.readTree(value);
        } catch (JacksonException none) {
            return JsonNodeFactory.instance.stringNode(value);
        }
    }
}
