package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;

import org.socketconsole.call.SnakeCase;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// The arguments in the query of a request. It has only text: what is to be anything else is read
/// as JSON.
final class QueryArguments {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final ClassValue<List<Name>> NAMES =
            new ClassValue<>() {
                @Override
                protected List<Name> computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents()).map(Name::of).toList();
                }
            };

    private final HttpServletRequest request;

    QueryArguments(HttpServletRequest request) {
        this.request = request;
    }

    /// Those that the record has and the object has not.
    void addTo(ObjectNode arguments, Class<?> type) {
        for (Name name : NAMES.get(type)) {
            String value = request.getParameter(name.text);
            if (value != null && !arguments.has(name.text)) {
                arguments.set(name.text, name.json(value));
            }
        }
    }

    private record Name(String text, Class<?> type) {

        static Name of(RecordComponent component) {
            return new Name(SnakeCase.of(component.getName()), component.getType());
        }

        /// A `+` of base64 that was not escaped has become a space.
        JsonNode json(String value) {
            if (type == byte[].class) {
                return JsonNodeFactory.instance.stringNode(value.replace(' ', '+'));
            }
            return isText() || value.isBlank()
                    ? JsonNodeFactory.instance.stringNode(value)
                    : parsed(value);
        }

        private boolean isText() {
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
}
