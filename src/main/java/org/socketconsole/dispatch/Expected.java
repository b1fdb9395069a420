package org.socketconsole.dispatch;

import com.fasterxml.jackson.annotation.JsonProperty;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a request must give for a component of a type, in the words of JSON.
final class Expected {

    private static final Map<Class<?>, String> WORDS =
            Map.of(
                    Boolean.class, "true or false",
                    Double.class, "a number",
                    Instant.class, "a time as 2026-11-22T12:00:00Z",
                    Integer.class, "an integer of 32 bits",
                    Long.class, "an integer of 64 bits",
                    String.class, "a string",
                    byte[].class, "base64",
                    int.class, "an integer of 32 bits",
                    long.class, "an integer of 64 bits");

    private Expected() {}

    /// With its bounds, where it has both.
    static String of(RecordComponent component) {
        Min min = component.getAccessor().getAnnotation(Min.class);
        Max max = component.getAccessor().getAnnotation(Max.class);
        return min == null || max == null
                ? of(component.getType())
                : "an integer, " + min.value() + " to " + max.value();
    }

    static String of(Class<?> type) {
        if (List.class.isAssignableFrom(type)) {
            return "an array";
        }
        return type.isEnum() ? "one of " + names(type) : WORDS.getOrDefault(type, "an object");
    }

    /// On the wire.
    private static String names(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(Field::isEnumConstant)
                .map(Expected::name)
                .collect(Collectors.joining("`, `", "`", "`"));
    }

    private static String name(Field constant) {
        JsonProperty given = constant.getAnnotation(JsonProperty.class);
        return given == null ? constant.getName() : given.value();
    }
}
