package org.socketconsole.openapi;

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
import io.swagger.v3.oas.models.media.StringSchema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.NullIsValue;
import org.socketconsole.call.SnakeCase;

import tools.jackson.databind.JsonNode;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// Makes schemas of records: members are named as on the wire, and required where their type cannot
/// be null.
class RecordResolver extends ModelResolver {

    private static final Class<io.swagger.v3.oas.annotations.media.Schema> SCHEMA =
            io.swagger.v3.oas.annotations.media.Schema.class;

    RecordResolver(ObjectMapper mapper) {
        super(mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = _mapper.constructType(type.getType());
        if (java.hasRawClass(ConstantArgument.class)) {
            return constant(type);
        }
        if (java.hasRawClass(JsonNode.class)) {
            return new Schema<>().specVersion(SpecVersion.V31).description("Any JSON value");
        }
        Schema<?> schema = super.resolve(type, context, chain);
        if (schema != null && java.getRawClass().isRecord()) {
            Schema<?> model = model(schema, context);
            model.setRequired(required(java.getRawClass()));
            withNull(java.getRawClass()).forEach(name -> allowNull(model, name));
        }
        return schema;
    }

    private static Schema<?> constant(AnnotatedType member) {
        Schema<?> constant =
                new StringSchema()
                        .specVersion(SpecVersion.V31)
                        .typesItem("string")
                        .description(
                                "A constant's name, names joined by `|`, or the number (a JSON number"
                                        + " or a decimal string)");
        Stream.ofNullable(member.getCtxAnnotations())
                .flatMap(Arrays::stream)
                .filter(annotation -> annotation.annotationType() == SCHEMA)
                .map(SCHEMA::cast)
                .filter(schema -> !schema.example().isEmpty())
                .forEach(schema -> constant.setExample(schema.example()));
        return constant;
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

    private static List<String> required(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> !isNullable(component) || isNullValue(component))
                .map(component -> SnakeCase.of(component.getName()))
                .toList();
    }

    private static Stream<String> withNull(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .filter(RecordResolver::isNullValue)
                .map(component -> SnakeCase.of(component.getName()));
    }

    private static void allowNull(Schema<?> model, String name) {
        Schema<?> member = model.getProperties() == null ? null : model.getProperties().get(name);
        if (member != null && member.getTypes() != null) {
            member.addType("null");
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isNullValue(RecordComponent component) {
        return component.isAnnotationPresent(NullIsValue.class);
    }
}
