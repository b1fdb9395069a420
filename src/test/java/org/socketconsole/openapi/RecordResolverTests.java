package org.socketconsole.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.Schema;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.socketconsole.call.NullIsValue;
import org.socketconsole.openapi.RecordResolver.Way;

import tools.jackson.databind.JsonNode;

class RecordResolverTests {

    enum Colour {
        RED
    }

    record Part(int size) {}

    record Answer(
            String there,
            @Nullable String text,
            @Nullable Part part,
            @Nullable Colour colour,
            @Nullable JsonNode value,
            @JsonProperty("default") @Nullable String otherwise,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String omitted) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sparse(@Nullable String omitted) {}

    record Request(String there, @Nullable String absent, @NullIsValue @Nullable Double timeout) {}

    @Test
    void aMemberOfAnAnswerIsThereUnlessItIsLeftOutWhereItIsNull() {
        assertThat(schema(Way.ANSWER, Answer.class).getRequired())
                .containsExactly("colour", "default", "part", "text", "there", "value");
        assertThat(schema(Way.ANSWER, Sparse.class).getRequired()).isNullOrEmpty();
    }

    @Test
    void aMemberOfAnAnswerThatCanBeNullSaysSo() {
        Schema<?> answer = schema(Way.ANSWER, Answer.class);
        assertThat(types(answer, "there")).isEqualTo("[string]");
        assertThat(types(answer, "text")).isEqualTo("[string, null]");
        assertThat(types(answer, "default")).isEqualTo("[string, null]");
        assertThat(types(answer, "omitted")).isEqualTo("[string]");
        assertThat(branches(answer, "part")).endsWith("[null]").contains("Part");
        assertThat(branches(answer, "colour")).isEqualTo("[string] [null]");
    }

    @Test
    void anArgumentThatCanBeNullIsLeftOutUnlessNullIsOneOfItsValues() {
        Schema<?> request = schema(Way.REQUEST, Request.class);
        assertThat(request.getRequired()).containsExactly("there", "timeout");
        assertThat(types(request, "absent")).isEqualTo("[string]");
        assertThat(types(request, "timeout")).isEqualTo("[number, null]");
    }

    @Test
    void aValueOfAKindIsANumberOrAStringOrAnObjectOrNull() {
        Schema<?> answer = schema(Way.ANSWER, Answer.class);
        assertThat(member(answer, "value").get$ref()).endsWith("/TypedValue");
    }

    private static Schema<?> schema(Way way, Class<?> type) {
        ModelConverters converters = new ModelConverters(true);
        converters.addConverter(new RecordResolver(new ObjectMapper(), way));
        return converters.resolveAsResolvedSchema(new AnnotatedType(type)).schema;
    }

    private static Schema<?> member(Schema<?> model, String name) {
        return model.getProperties().get(name);
    }

    private static String types(Schema<?> model, String name) {
        return String.valueOf(member(model, name).getTypes());
    }

    private static String branches(Schema<?> model, String name) {
        StringBuilder branches = new StringBuilder();
        for (Schema<?> branch : member(model, name).getAnyOf()) {
            branches.append(branches.isEmpty() ? "" : " ")
                    .append(branch.get$ref() == null ? branch.getTypes() : branch.get$ref());
        }
        return branches.toString();
    }
}
