package org.socketconsole.dispatch;

import org.socketconsole.call.Address;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says in the API's words what Jackson says of arguments that do not fit their record.
final class Mismatch {

    /// How Jackson tells the most that it takes.
    private static final Pattern OF_TOKENS = Pattern.compile(".*\\((\\d+), from.*");

    private Mismatch() {}

    /// @param family of the addresses in the record
    static InvalidArgumentException told(JacksonException mismatch, Class<?> type, int family) {
        String field = field(mismatch);
        return switch (mismatch) {
            case UnrecognizedPropertyException unknown -> unknown(unknown, field, type, family);
            case DatabindException e when e.getCause() instanceof InvalidArgumentException told ->
                    told;
            case StreamConstraintsException e -> new InvalidArgumentException("body", tooMuch(e));
            case InputCoercionException e ->
                    new InvalidArgumentException(
                            field, "must be " + wanted(type, field, e.getTargetType()));
            case DatabindException e when field.isEmpty() -> noObject(type, family);
            case DatabindException e ->
                    new InvalidArgumentException(field, expected(e, field, type, family));
            default ->
                    new InvalidArgumentException(
                            "body", "is not valid JSON, from " + place(mismatch) + " on");
        };
    }

    /// `bind(host, port)`, as the documentation of 1998 had it, gets told what to write instead.
    static InvalidArgumentException noObject(Class<?> type, int family) {
        String told = "must be a JSON object";
        return new InvalidArgumentException(
                "body", takesAddress(type) ? told + ": " + Address.example(family) : told);
    }

    private static boolean takesAddress(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getType() == Address.class);
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
            UnrecognizedPropertyException unknown, String field, Class<?> type, int family) {
        Class<?> record = Objects.requireNonNullElse(unknown.getReferringClass(), type);
        return new InvalidArgumentException(
                field, "is not known here; known are " + known(record, family));
    }

    private static String known(Class<?> record, int family) {
        List<String> ofFamily = Address.members(family);
        Stream<String> names =
                record == Address.class && !ofFamily.isEmpty()
                        ? Stream.concat(Stream.of("family"), ofFamily.stream())
                        : Arrays.stream(record.getRecordComponents())
                                .map(component -> SnakeCase.of(component.getName()));
        String quoted = names.map("`%s`"::formatted).collect(Collectors.joining(", "));
        return quoted.isEmpty() ? "no arguments" : quoted;
    }

    private static String expected(
            DatabindException mismatch, String field, Class<?> type, int family) {
        if (mismatch.getCause() instanceof IllegalArgumentException creator) {
            return String.valueOf(creator.getMessage());
        }
        if (String.valueOf(mismatch.getOriginalMessage()).startsWith("Missing required")) {
            return field.equals("address")
                    ? "is required: " + Address.example(family)
                    : "is required";
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
        if (jacksons.startsWith("Token count")) {
            return "has more names and values than " + OF_TOKENS.matcher(jacksons).replaceAll("$1");
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
