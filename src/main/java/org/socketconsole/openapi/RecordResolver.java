package org.socketconsole.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.NullIsValue;
import org.socketconsole.call.SnakeCase;

import tools.jackson.databind.JsonNode;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Makes schemas of records: members are named as on the wire, and what can be null says so.
///
/// A member that is `@Nullable` may be left out of a request. In an answer it is there, and may be
/// null, unless it is written only where it is not.
class RecordResolver extends ModelResolver {

    /// Which way the records go.
    enum Way {
        REQUEST(component -> !isNullable(component) || isNullValue(component)),
        ANSWER(component -> !isNullable(component) || !isOmitted(component));

        private final Predicate<RecordComponent> required;

        Way(Predicate<RecordComponent> required) {
            this.required = required;
        }

        private boolean requires(RecordComponent component) {
            return required.test(component);
        }

        private boolean allowsNull(RecordComponent component) {
            return isNullable(component) && requires(component);
        }
    }

    private static final Class<io.swagger.v3.oas.annotations.media.Schema> SCHEMA =
            io.swagger.v3.oas.annotations.media.Schema.class;

    private static final String VALUE = "TypedValue";

    private final Way way;

    RecordResolver(ObjectMapper mapper, Way way) {
        super(mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
        this.way = way;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = _mapper.constructType(type.getType());
        if (java.hasRawClass(ConstantArgument.class)) {
            return constant();
        }
        if (java.hasRawClass(JsonNode.class)) {
            context.defineModel(VALUE, value(), type, null);
            return new Schema<>().specVersion(SpecVersion.V31).$ref(VALUE);
        }
        Schema<?> schema = super.resolve(type, context, chain);
        if (schema != null && java.getRawClass().isRecord()) {
            describeMembers(model(schema, context), java.getRawClass());
        }
        return schema;
    }

    private static Schema<?> of(String type) {
        return new Schema<>().specVersion(SpecVersion.V31).type(type).typesItem(type);
    }

    private static Schema<?> anyOf(Schema<?>... schemas) {
        Schema<?> any = new Schema<>();
        any.setSpecVersion(SpecVersion.V31);
        any.setAnyOf(List.of(schemas));
        return any;
    }

    private static Schema<?> constant() {
        return of("string")
                .description(
                        "A constant's name, names joined by `|`, or the number (a JSON number or a"
                                + " decimal string)");
    }

    /// All that a JSON value can be but one: where they are listed, some generators of clients make
    /// code that does not compile, or that loses objects.
    private static Schema<?> value() {
        return new Schema<>()
                .specVersion(SpecVersion.V31)
                .not(of("boolean"))
                .description("A number, a string, an object, a list or null");
    }

    private static Schema<?> model(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        if (reference == null) {
            return schema;
        }
        String name = reference.substring(Components.COMPONENTS_SCHEMAS_REF.length());
        Schema<?> model = context.getDefinedModels().get(name);
        return model == null ? schema : model;
    }

    /// In the order of the record: that in which they were found is another in each virtual
    /// machine.
    @SuppressWarnings("rawtypes")
    private void describeMembers(Schema<?> model, Class<?> record) {
        List<String> required = new ArrayList<>();
        Map<String, Schema> members = new LinkedHashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String name = name(component);
            if (way.requires(component)) {
                required.add(name);
            }
            Schema<?> member = model.getProperties().get(name);
            if (member != null) {
                members.put(name, described(member, component));
            }
        }
        model.setProperties(members);
        model.setRequired(required);
    }

    private Schema<?> described(Schema<?> member, RecordComponent component) {
        Schema<?> described = way.allowsNull(component) ? orNull(member) : member;
        var words = component.getAccessor().getAnnotation(SCHEMA);
        if (words != null && !words.description().isEmpty()) {
            described.setDescription(words.description());
        }
        if (words != null && !words.example().isEmpty() && described.getExample() == null) {
            described.setExample(words.example());
        }
        return described;
    }

    private static String name(RecordComponent component) {
        JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
        return given == null || given.value().isEmpty()
                ? SnakeCase.of(component.getName())
                : given.value();
    }

    /// A reference has no type to add to, and null is in no enumeration.
    private static Schema<?> orNull(Schema<?> member) {
        if (member.get$ref() != null && member.get$ref().endsWith(VALUE)) {
            return member;
        }
        if (member.getTypes() != null && member.getEnum() == null) {
            member.addType("null");
            return member;
        }
        return anyOf(member, of("null"));
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isNullValue(RecordComponent component) {
        return component.isAnnotationPresent(NullIsValue.class);
    }

    private static boolean isOmitted(RecordComponent component) {
        return Stream.<AnnotatedElement>of(component.getAccessor(), component.getDeclaringRecord())
                .map(element -> element.getAnnotation(JsonInclude.class))
                .anyMatch(rule -> rule != null && rule.value() == JsonInclude.Include.NON_NULL);
    }
}
