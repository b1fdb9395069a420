package org.socketconsole.dispatch;

import static org.socketconsole.net.SocketConstants.AF_UNSPEC;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.NullIsValue;
import org.socketconsole.call.OthersToJudge;
import org.socketconsole.call.SnakeCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Turns the arguments of a call, one JSON object whichever way they came, into its record.
///
/// The record is the whole truth about a call's arguments: a component that is `@Nullable` may be
/// absent, any other is required; constraints on it are Jakarta Validation's. Whatever is wrong is
/// an [InvalidArgumentException] that names the field in the API's spelling, and no class.
@Component
public class ArgumentBinder {

    private static final ClassValue<NullRefusingParser.Members> MEMBERS =
            new ClassValue<>() {
                @Override
                protected NullRefusingParser.Members computeValue(Class<?> type) {
                    return new NullRefusingParser.Members(
                            members(type, part -> part.isAnnotationPresent(NullIsValue.class)),
                            members(type, part -> part.isAnnotationPresent(OthersToJudge.class)),
                            members(type, ArgumentMapper::isRequired));
                }
            };

    private final JsonMapper mapper;
    private final Validator validator;
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final Map<Class<?>, Boolean> constrained = new ConcurrentHashMap<>();
    private final Map<Integer, ArgumentBinder> ofFamilies;
    private final int family;

    @Autowired
    ArgumentBinder(JsonMapper mapper, Validator validator) {
        this(ArgumentMapper.strict(mapper), validator, new ConcurrentHashMap<>(), AF_UNSPEC);
    }

    private ArgumentBinder(
            JsonMapper mapper,
            Validator validator,
            Map<Integer, ArgumentBinder> ofFamilies,
            int family) {
        this.mapper = mapper;
        this.validator = validator;
        this.ofFamilies = ofFamilies;
        this.family = family;
    }

    /// The one that takes Python's tuples for addresses of the family, where they have a form.
    ArgumentBinder of(int family) {
        return Address.members(family).isEmpty()
                ? this
                : ofFamilies.computeIfAbsent(
                        family, own -> new ArgumentBinder(mapper, validator, ofFamilies, own));
    }

    private static Set<String> members(Class<?> type, Predicate<RecordComponent> wanted) {
        return Arrays.stream(type.getRecordComponents())
                .filter(wanted)
                .map(part -> SnakeCase.of(part.getName()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Of a whole JSON text; an empty one has no arguments.
    public <T> T bind(byte[] json, Class<T> type) {
        return json.length == 0
                ? bind(mapper.createObjectNode(), type)
                : bind(() -> mapper.createParser(json), type);
    }

    /// The arguments of a call, null of one that takes none; then there may be none.
    public @Nullable Object bind(byte[] json, CallDefinition call) {
        return orNull(bind(json, call.record()));
    }

    public @Nullable Object bind(ObjectNode arguments, CallDefinition call) {
        return orNull(bind(arguments, call.record()));
    }

    private static @Nullable Object orNull(Object bound) {
        return bound instanceof CallDefinition.NoArguments ? null : bound;
    }

    public <T> T bind(ObjectNode arguments, Class<T> type) {
        return bind(() -> mapper.treeAsTokens(arguments), type);
    }

    private <T> T bind(Supplier<JsonParser> source, Class<T> type) {
        return valid(
                told(
                        type,
                        () -> {
                            try (var parser =
                                    new NullRefusingParser(source.get(), MEMBERS.get(type))) {
                                return reader(type).readValue(parser);
                            }
                        }),
                type);
    }

    private ObjectReader reader(Class<?> type) {
        return readers.computeIfAbsent(
                type, own -> mapper.readerFor(own).withAttribute(Address.FAMILY, family));
    }

    /// The object of a JSON text, to be completed before it is bound.
    public ObjectNode object(byte[] json) {
        return object(json, ObjectNode.class);
    }

    /// Of arguments of the type.
    public ObjectNode object(byte[] json, Class<?> type) {
        JsonNode read =
                json.length == 0
                        ? mapper.createObjectNode()
                        : told(type, () -> mapper.readTree(json));
        if (read instanceof ObjectNode object) {
            return object;
        }
        throw Mismatch.noObject(type, family);
    }

    private <T> T told(Class<?> type, Supplier<T> read) {
        try {
            return read.get();
        } catch (JacksonException mismatch) {
            throw Mismatch.told(mismatch, type, family);
        }
    }

    private <T> T valid(@Nullable T bound, Class<T> type) {
        if (bound == null) {
            throw Mismatch.noObject(type, family);
        }
        if (constrained.computeIfAbsent(bound.getClass(), this::isConstrained)) {
            validator.validate(bound).stream().findFirst().ifPresent(ArgumentBinder::refuse);
        }
        return bound;
    }

    private boolean isConstrained(Class<?> type) {
        return validator.getConstraintsForClass(type).isBeanConstrained();
    }

    private static void refuse(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString().replaceAll("\\[(\\d+)]", ".$1");
        throw new InvalidArgumentException(SnakeCase.of(path), violation.getMessage());
    }
}
