package org.socketconsole.web;

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
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.SnakeCase;

/// Makes schemas of records: members are named as on the wire, and required where their type cannot be
/// null.
class RecordResolver extends ModelResolver {

    RecordResolver(ObjectMapper mapper) {
        super(mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = _mapper.constructType(type.getType());
        if (java.hasRawClass(ConstantArgument.class)) {
            return constant();
        }
        Schema<?> schema = super.resolve(type, context, chain);
        if (schema != null && java.getRawClass().isRecord()) {
            model(schema, context).setRequired(required(java.getRawClass()));
        }
        return schema;
    }

    private static Schema<?> constant() {
        return new StringSchema()
                .specVersion(SpecVersion.V31)
                .typesItem("string")
                .description(
                        "A constant's name, names joined by `|`, or the number (a JSON number or a"
                                + " decimal string)");
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
                .filter(component -> !isNullable(component))
                .map(component -> SnakeCase.of(component.getName()))
                .toList();
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
