package org.socketconsole.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;

import org.socketconsole.openapi.RecordResolver.Way;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The schemas that springdoc does not find by itself, and those without a record.
@Component
class Schemas {

    static final String JSON = "application/json";

    /// The forms of bytes that are not in JSON.
    static final List<String> RAW = List.of("application/octet-stream", "text/plain");

    private final ModelConverters requests = new ModelConverters(true);
    private final Map<String, Schema<?>> referred = new ConcurrentHashMap<>();

    Schemas(ObjectMapperProvider provider) {
        requests.addConverter(new RecordResolver(provider.jsonMapper().copy(), Way.REQUEST));
    }

    /// A reference to the schema of a record of arguments, those of which that are in the path are
    /// not in the body.
    Schema<?> request(Class<?> type, List<String> inPath) {
        Schema<?> reference = reference(requests, type);
        Schema<?> model = referred.get(type.getSimpleName());
        if (model != null && !inPath.isEmpty()) {
            model.getProperties().keySet().removeAll(inPath);
            model.setRequired(without(inPath, model.getRequired()));
        }
        return reference;
    }

    /// A reference to the schema of an answer.
    Schema<?> answer(Class<?> type) {
        return reference(ModelConverters.getInstance(true), type);
    }

    /// The members of a record of arguments, in their order.
    Map<String, Schema<?>> members(Class<?> type) {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        if (inline(type).getProperties() != null) {
            inline(type).getProperties().forEach(members::put);
        }
        return members;
    }

    /// Those of them that a request must have.
    List<String> required(Class<?> type) {
        return Objects.requireNonNullElse(inline(type).getRequired(), List.of());
    }

    /// An object where there is room for a text alone.
    static Schema<?> jsonAsText() {
        return new Schema<>()
                .specVersion(SpecVersion.V31)
                .typesItem("string")
                .contentMediaType(JSON);
    }

    static MediaType bytes() {
        return new MediaType().schema(new BinarySchema());
    }

    /// Sorted, so that the document is the same each time.
    void addTo(Components components) {
        referred.forEach(
                (name, schema) -> {
                    Schema<?> other = components.getSchemas().put(name, schema);
                    if (other != null && !other.equals(schema)) {
                        throw new IllegalStateException(
                                name + " goes both ways, and has nulls in answers alone");
                    }
                });
        components.setSchemas(new TreeMap<>(components.getSchemas()));
    }

    private Schema<?> reference(ModelConverters way, Class<?> type) {
        ResolvedSchema resolved =
                way.resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach(referred::put);
        return resolved.schema;
    }

    private static List<String> without(List<String> names, List<String> all) {
        return all.stream().filter(name -> !names.contains(name)).toList();
    }

    private Schema<?> inline(Class<?> type) {
        return requests.resolveAsResolvedSchema(new AnnotatedType(type)).schema;
    }
}
