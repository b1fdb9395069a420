package org.socketconsole.testing;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// Facts about an answer.
public final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {

    /// What would betray the server's insides.
    private static final List<String> INSIDES =
            List.of("java.", "javax.", "jakarta.", "org.", "tools.", "Exception", "REDACTED");

    AnswerAssert(Answer answer) {
        super(answer, AnswerAssert.class);
        as(answer.toString());
    }

    public static AnswerAssert assertThat(Answer answer) {
        return new AnswerAssert(answer);
    }

    public AnswerAssert hasStatus(int status) {
        Assertions.assertThat(actual.status()).as(descriptionText()).isEqualTo(status);
        return this;
    }

    /// 204, with nothing in it.
    public AnswerAssert isDone() {
        Assertions.assertThat(actual.body()).as(descriptionText()).isEmpty();
        return hasStatus(204);
    }

    public AnswerAssert isOk() {
        return hasStatus(200);
    }

    /// 201, with a place at which it is.
    public AnswerAssert isCreated() {
        Assertions.assertThat(actual.header("Location"))
                .as(descriptionText())
                .startsWith("/api/v1/sockets/s-");
        return hasStatus(201);
    }

    /// A member, by its JSON pointer, has this value, which is given in Java's or as JSON.
    public AnswerAssert has(String pointer, Object value) {
        JsonNode wanted = value instanceof JsonNode node ? node : Json.read(literal(value));
        JsonNode found = actual.at(pointer);
        if (!areEqual(found, wanted)) {
            throw failure("%s is not %s but %s in %s", pointer, wanted, found, descriptionText());
        }
        return this;
    }

    public AnswerAssert hasNull(String pointer) {
        Assertions.assertThat(actual.at(pointer).isNull())
                .as("%s is null in %s", pointer, descriptionText())
                .isTrue();
        return this;
    }

    public AnswerAssert lacks(String pointer) {
        Assertions.assertThat(actual.at(pointer).isMissingNode())
                .as("%s is not in %s", pointer, descriptionText())
                .isTrue();
        return this;
    }

    /// The members `data` and `size` hold these bytes.
    public AnswerAssert hasData(byte[] bytes) {
        Assertions.assertThat(actual.at("data").isString()).as(descriptionText()).isTrue();
        Assertions.assertThat(actual.data()).isEqualTo(bytes);
        return has("size", bytes.length);
    }

    public AnswerAssert hasData(String latin1) {
        return hasData(Bytes.of(latin1));
    }

    public AnswerAssert hasHeader(String name, String value) {
        Assertions.assertThat(actual.header(name)).as(descriptionText()).isEqualTo(value);
        return this;
    }

    /// The bytes of the body itself.
    public AnswerAssert hasBody(byte[] bytes) {
        Assertions.assertThat(actual.body()).as(descriptionText()).isEqualTo(bytes);
        return this;
    }

    public AnswerAssert isProblem(int status, String kind) {
        hasStatus(status);
        return isProblem().has("kind", kind);
    }

    public AnswerAssert isProblem(int status, String kind, String symbol) {
        return isProblem(status, kind).has("symbol", symbol);
    }

    public AnswerAssert isInvalid(String field) {
        return isProblem(400, "invalid-argument").names(field);
    }

    /// The sentence of a problem has these words.
    public AnswerAssert tells(String words) {
        Assertions.assertThat(actual.at("detail").asString()).contains(words);
        return this;
    }

    public AnswerAssert isClosed() {
        return isProblem(410, "socket-error", "EBADF").has("errno", 9);
    }

    /// The field that is at fault.
    public AnswerAssert names(String field) {
        return has("field", field);
    }

    /// What holds of every error: the form of RFC 9457, the same status within and without, and
    /// nothing of the server's insides.
    public AnswerAssert isProblem() {
        Assertions.assertThat(actual.status()).as(descriptionText()).isBetween(400, 599);
        Assertions.assertThat(actual.status()).as(descriptionText()).isNotEqualTo(500);
        Assertions.assertThat(actual.contentType()).as(descriptionText()).isEqualTo(Answer.PROBLEM);
        has("status", actual.status());
        for (String member : List.of("type", "title", "detail", "kind")) {
            Assertions.assertThat(actual.at(member).asString("")).as(member).isNotBlank();
        }
        Assertions.assertThat(actual.at("detail").asString()).doesNotContain(INSIDES);
        return this;
    }

    /// 0 and 0.0 are the same number.
    private static boolean areEqual(JsonNode a, JsonNode b) {
        return a.isNumber() && b.isNumber()
                ? a.decimalValue().compareTo(b.decimalValue()) == 0
                : a.equals(b);
    }

    private static String literal(Object value) {
        return value instanceof String text ? Json.quoted(text) : value.toString();
    }
}
