package org.socketconsole.call;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Turns the arguments of a call, one JSON object whichever way they came, into its request record.
///
/// The record is the whole truth about a call's arguments: a component that is `@Nullable` may be
/// absent, any other is required; constraints on it are Jakarta Validation's. Whatever is wrong is
/// an [InvalidArgumentException] that names the field in the API's spelling, and no class.
@Component
public class ArgumentBinder {

    private static final List<CoercionInputShape> SCALARS =
            List.of(
                    CoercionInputShape.Boolean,
                    CoercionInputShape.Float,
                    CoercionInputShape.Integer);

    private final JsonMapper mapper;
    private final Validator validator;

    ArgumentBinder(JsonMapper mapper, Validator validator) {
        this.mapper = strict(mapper);
        this.validator = validator;
    }

    /// A string is a string: neither a number nor a boolean is taken for one, and a blank one is
    /// not taken for null.
    private static JsonMapper strict(JsonMapper mapper) {
        return mapper.rebuild()
                .withCoercionConfigDefaults(
                        all ->
                                all.setAcceptBlankAsEmpty(false)
                                        .setCoercion(
                                                CoercionInputShape.EmptyString,
                                                CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Textual,
                        strings ->
                                SCALARS.forEach(
                                        shape -> strings.setCoercion(shape, CoercionAction.Fail)))
                .build();
    }

    public <T> T bind(ObjectNode arguments, Class<T> type) {
        T bound = convert(members(arguments, type, ""), type);
        validator.validate(bound).stream()
                .findFirst()
                .ifPresent(
                        violation -> {
                            throw invalid(violation);
                        });
        return bound;
    }

    /// The members that the record knows, checked for presence; nested records alike.
    private ObjectNode members(ObjectNode given, Class<?> type, String path) {
        ObjectNode members = mapper.createObjectNode();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = SnakeCase.of(component.getName());
            JsonNode value = given.get(name);
            if (value != null) {
                members.set(name, member(value, component, path + name));
            } else if (!isNullable(component)) {
                throw new InvalidArgumentException(path + name, missing(name, given, type));
            }
        }
        refuseUnknown(given, type, path);
        return members;
    }

    private JsonNode member(JsonNode value, RecordComponent component, String field) {
        if (value.isNull() && !component.isAnnotationPresent(NullIsValue.class)) {
            throw new InvalidArgumentException(field, "cannot be null; leave it out");
        }
        return nested(value, component.getGenericType(), field);
    }

    private JsonNode nested(JsonNode value, Type type, String field) {
        if (type instanceof ParameterizedType list && value instanceof ArrayNode array) {
            ArrayNode elements = mapper.createArrayNode();
            Type element = list.getActualTypeArguments()[0];
            array.forEach(item -> elements.add(element(item, element, field)));
            return elements;
        }
        if (type == byte[].class && !value.isString() && !value.isBinary()) {
            throw new InvalidArgumentException(field, "must be base64");
        }
        JsonNode object = type == Address.class ? Address.members(value) : value;
        return type instanceof Class<?> record && object instanceof ObjectNode node
                ? isObject(record) ? members(node, record, field + ".") : node
                : object;
    }

    private JsonNode element(JsonNode item, Type type, String field) {
        if (item.isNull()) {
            throw new InvalidArgumentException(field, "has a null in it");
        }
        return nested(item, type, field);
    }

    /// A constant is a record too, but no object on the wire.
    private static boolean isObject(Class<?> type) {
        return type.isRecord() && type != ConstantArgument.class;
    }

    private static boolean isNullable(RecordComponent component) {
        AnnotatedElement type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class)
                && !component.isAnnotationPresent(NullIsValue.class);
    }

    /// `bind(host, port)`, as the documentation of 1998 had it, gets told what to write instead.
    private static String missing(String name, ObjectNode given, Class<?> type) {
        return name.equals("address") && given.has("host")
                ? "is required, and holds `host` and `port`: {\"address\": {\"host\": …, \"port\":"
                        + " …}}, or the pair {\"address\": [host, port]}"
                : "is required";
    }

    private static void refuseUnknown(ObjectNode given, Class<?> type, String path) {
        List<String> known =
                Arrays.stream(type.getRecordComponents())
                        .map(component -> SnakeCase.of(component.getName()))
                        .toList();
        for (String name : given.propertyNames()) {
            if (!known.contains(name)) {
                throw new InvalidArgumentException(
                        path + name, "is not known here; known are " + quoted(known));
            }
        }
    }

    private static String quoted(List<String> names) {
        return names.isEmpty()
                ? "no arguments"
                : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private <T> T convert(ObjectNode members, Class<T> type) {
        try {
            return mapper.treeToValue(members, type);
        } catch (JacksonException mismatch) {
            throw new InvalidArgumentException(field(mismatch), expected(mismatch));
        }
    }

    private static String field(JacksonException mismatch) {
        return mismatch.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
    }

    private static String expected(JacksonException mismatch) {
        if (mismatch.getCause() instanceof IllegalArgumentException creator) {
            return String.valueOf(creator.getMessage());
        }
        Class<?> target =
                mismatch instanceof MismatchedInputException input ? input.getTargetType() : null;
        return target == null ? "is out of range" : "must be " + Expected.of(target);
    }

    private static InvalidArgumentException invalid(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString().replaceAll("\\[\\d+]", "");
        return new InvalidArgumentException(SnakeCase.of(path), violation.getMessage());
    }
}
