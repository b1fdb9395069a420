package org.socketconsole.dispatch;

import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.SnakeCase;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says in the API's words what Jackson says of arguments that do not fit their record.
final class Mismatch {

    /// `bind(host, port)`, as the documentation of 1998 had it, gets told what to write instead.
    private static final String ADDRESS_REQUIRED =
            "is required, and holds `host` and `port`: {\"address\": {\"host\": …, \"port\": …}}, or the"
                    + " pair {\"address\": [host, port]}";

    private Mismatch() {}

    static InvalidArgumentException told(JacksonException mismatch, Class<?> type) {
        String field = field(mismatch);
        return switch (mismatch) {
            case UnrecognizedPropertyException unknown -> unknown(unknown, field, type);
            case DatabindException e when e.getCause() instanceof InvalidArgumentException told ->
                    told;
            case StreamConstraintsException e -> new InvalidArgumentException("body", tooMuch(e));
            case InputCoercionException e ->
                    new InvalidArgumentException(
                            field, "must be " + wanted(type, field, e.getTargetType()));
            case DatabindException e when field.isEmpty() -> ArgumentBinder.noObject();
            case DatabindException e ->
                    new InvalidArgumentException(field, expected(e, field, type));
            default ->
                    new InvalidArgumentException(
                            "body", "is not valid JSON, from " + place(mismatch) + " on");
        };
    }

    /// Dotted, with the places in arrays counted from 0. A list of ids is one argument.
    private static String field(JacksonException mismatch) {
        List<JacksonException.Reference> path = mismatch.getPath();
        int length = isOfIds(mismatch) ? path.size() - 1 : path.size();
        return path.stream().limit(length).map(Mismatch::step).collect(Collectors.joining("."));
    }

    private static boolean isOfIds(JacksonException mismatch) {
        return mismatch instanceof MismatchedInputException item
                && item.getTargetType() == String.class
                && !item.getPath().isEmpty()
                && item.getPath().getLast().getPropertyName() == null;
    }

    private static String step(JacksonException.Reference at) {
        return at.getPropertyName() != null
                ? at.getPropertyName()
                : Integer.toString(at.getIndex());
    }

    private static InvalidArgumentException unknown(
            UnrecognizedPropertyException unknown, String field, Class<?> type) {
        Class<?> record = Objects.requireNonNullElse(unknown.getReferringClass(), type);
        return new InvalidArgumentException(field, "is not known here; known are " + known(record));
    }

    private static String known(Class<?> record) {
        String names =
                Arrays.stream(record.getRecordComponents())
                        .map(component -> "`" + SnakeCase.of(component.getName()) + "`")
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "no arguments" : names;
    }

    private static String expected(DatabindException mismatch, String field, Class<?> type) {
        if (mismatch.getCause() instanceof IllegalArgumentException creator) {
            return String.valueOf(creator.getMessage());
        }
        if (String.valueOf(mismatch.getOriginalMessage()).startsWith("Missing required")) {
            return field.equals("address") ? ADDRESS_REQUIRED : "is required";
        }
        Class<?> target =
                mismatch instanceof MismatchedInputException input ? input.getTargetType() : null;
        return target == null ? "is out of range" : "must be " + wanted(type, field, target);
    }

    /// Of the record's own components with their bounds.
    private static String wanted(Class<?> type, String field, Class<?> target) {
        return Stream.ofNullable(type.getRecordComponents())
                .flatMap(Arrays::stream)
                .filter(component -> component.getType() == target)
                .filter(component -> SnakeCase.of(component.getName()).equals(field))
                .map(Expected::of)
                .findFirst()
                .orElseGet(() -> Expected.of(target));
    }

    /// What of JSON is not read though it is valid.
    private static String tooMuch(StreamConstraintsException e) {
        StreamReadConstraints most = StreamReadConstraints.defaults();
        String jacksons = e.getOriginalMessage();
        if (jacksons.startsWith("Document nesting")) {
            return "is nested deeper than " + most.getMaxNestingDepth() + " levels";
        }
        return jacksons.startsWith("Number")
                ? "has a number of more than " + most.getMaxNumberLength() + " digits"
                : "has a name of more than " + most.getMaxNameLength() + " characters";
    }

    /// The parser's own words name its classes.
    private static String place(JacksonException malformed) {
        TokenStreamLocation place = malformed.getLocation();
        return place == null
                ? "its start"
                : "line " + place.getLineNr() + ", column " + place.getColumnNr();
    }
}
