package org.socketconsole.testing;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toMap;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.SnakeCase;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Holds answers against the OpenAPI document: the path, the method, the status, the headers and
/// the type of body are in it, and the body has the members that its schema has, and no others.
public final class Contract {

    private static final String DOCUMENT = "urn:socket-console:openapi";
    private static final String FILE = "/api/v1/files/[^/]+";
    private static final List<String> OF_A_CALL =
            List.of("Location", "Socket-Address", "Socket-Offset");

    private static final JsonNode API = read(Path.of("docs/openapi.json"));
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDialect(
                    Dialects.getOpenApi31(),
                    builder ->
                            builder.schemas(Map.of(DOCUMENT, schemas()))
                                    .schemaRegistryConfig(
                                            SchemaRegistryConfig.builder()
                                                    .formatAssertionsEnabled(true)
                                                    .build()));
    private static final List<Operation> OPERATIONS = operations();
    private static final Map<String, JsonNode> NAMED =
            OPERATIONS.stream().collect(toMap(Operation::name, Operation::said));

    /// By the schema's place in the document: to compare what they say takes longer than to check.
    private static final Map<JsonNode, Schema> SCHEMAS =
            Collections.synchronizedMap(new IdentityHashMap<>());

    private Contract() {}

    private record Operation(String method, Pattern path, JsonNode said) {
        boolean isOf(String otherMethod, String otherPath) {
            return method.equals(otherMethod) && path.matcher(otherPath).matches();
        }

        /// In a batch.
        private String name() {
            String name = SnakeCase.of(said.get("operationId").asString());
            return path.pattern().startsWith(FILE) ? "file." + name.replace("_file", "") : name;
        }
    }

    /// What a client of the JDK got. Of a body that comes as it goes on, its type alone is known.
    public static void check(HttpResponse<?> response) {
        boolean isWhole = response.body() instanceof String;
        byte[] body = isWhole ? Bytes.utf8((String) response.body()) : new byte[0];
        String path = response.uri().getRawPath();
        Answer answer = new Answer(path, response.statusCode(), response.headers(), body);
        check(response.request().method(), path, answer, isWhole);
    }

    public static void check(String method, String path, Answer answer) {
        check(method, path, answer, !method.equals("HEAD"));
    }

    /// Only what is below the API's base path is described, and of its methods those of calls.
    private static void check(String method, String path, Answer answer, boolean isWhole) {
        String bare = path.split("[?#]", 2)[0];
        if (bare.startsWith("/api/") && !method.equals("OPTIONS")) {
            String what = method + " " + answer;
            JsonNode operation = operation(method.equals("HEAD") ? "GET" : method, bare);
            check(what, response(operation, answer.status(), what), answer, isWhole);
        }
    }

    /// The results of a batch, each of which is what its call answers by itself.
    static void checkResults(JsonNode calls, JsonNode results) {
        for (int i = 0; i < results.size(); i++) {
            checkResult(calls.path(i).path("call").asString(""), results.get(i));
        }
    }

    /// What a call answers in a batch or on the channel, by its name there.
    public static void checkResult(String call, JsonNode result) {
        int status = result.get("status").asInt();
        String what = call + " -> " + result;
        // The type has the name that Python has for it too.
        String name = call.equals("SocketType") ? "socket_type" : call;
        JsonNode content = response(NAMED.get(name), status, what).path("content");
        JsonNode media = content.path(status < 400 ? "application/json" : Answer.PROBLEM);
        JsonNode body = result.get("body");
        if (content.isMissingNode()) {
            assertThat(body.isNull()).as(what).isTrue();
        } else {
            assertThat(errors(media.get("schema"), body)).as(what).isEmpty();
        }
    }

    private static void check(String what, JsonNode response, Answer answer, boolean isWhole) {
        response.path("headers")
                .forEachEntry((name, header) -> hasHeader(what, name, header, answer));
        OF_A_CALL.stream()
                .filter(name -> !answer.header(name).isEmpty())
                .forEach(name -> assertThat(response.path("headers").has(name)).as(what).isTrue());
        if (response.has("content")) {
            JsonNode media = response.get("content").get(answer.contentType());
            assertThat(media).as("the type %s of %s", answer.contentType(), what).isNotNull();
            checkBody(what, media, answer, isWhole);
        } else {
            assertThat(answer.body()).as(what).isEmpty();
        }
    }

    private static void checkBody(String what, JsonNode media, Answer answer, boolean isWhole) {
        if (isWhole && answer.contentType().endsWith("json")) {
            assertThat(errors(media.get("schema"), answer.json())).as(what).isEmpty();
        }
    }

    private static void hasHeader(String what, String name, JsonNode header, Answer answer) {
        if (header.path("required").asBoolean(false)) {
            assertThat(answer.header(name)).as("%s of %s", name, what).isNotEmpty();
        }
    }

    /// What is nowhere in the document is refused, and with a problem. A defect of the server is in
    /// it, for clients, and never right.
    private static JsonNode response(@Nullable JsonNode operation, int status, String what) {
        assertThat(status).as(what).isNotEqualTo(500);
        if (operation == null) {
            assertThat(status).as("undocumented: %s", what).isGreaterThanOrEqualTo(400);
            return API.at("/components/responses/Problem400");
        }
        JsonNode response = operation.get("responses").get(Integer.toString(status));
        assertThat(response).as("undocumented status: %s", what).isNotNull();
        return response.has("$ref")
                ? API.at(response.get("$ref").stringValue().substring(1))
                : response;
    }

    private static @Nullable JsonNode operation(String method, String path) {
        return OPERATIONS.stream()
                .filter(operation -> operation.isOf(method, path))
                .findFirst()
                .map(Operation::said)
                .orElse(null);
    }

    /// A path without a variable goes before one with it, and one that goes on behind it before
    /// that which ends there.
    private static List<Operation> operations() {
        return API.get("paths")
                .propertyStream()
                .sorted(
                        Comparator.comparing(
                                        (Map.Entry<String, JsonNode> path) ->
                                                path.getKey().contains("{"))
                                .thenComparing(path -> path.getKey().endsWith("}")))
                .flatMap(path -> operations(path.getKey(), path.getValue()))
                .toList();
    }

    private static Stream<Operation> operations(String path, JsonNode methods) {
        Pattern pattern = Pattern.compile(path.replaceAll("\\{\\w+}", "[^/]+"));
        return methods.propertyStream()
                .map(
                        m ->
                                new Operation(
                                        m.getKey().toUpperCase(Locale.ROOT),
                                        pattern,
                                        m.getValue()));
    }

    private static List<Error> errors(JsonNode schema, JsonNode body) {
        return SCHEMAS.computeIfAbsent(schema, REGISTRY::getSchema).validate(body);
    }

    /// Its references to schemas lead to where the registry has them.
    private static JsonNode read(Path file) {
        try {
            String text = Files.readString(file);
            return Json.read(text.replace("\"#/components/schemas/", "\"" + DOCUMENT + "#/$defs/"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String schemas() {
        JsonNode schemas = API.at("/components/schemas");
        schemas.forEach(Contract::close);
        return "{\"$defs\": " + schemas + "}";
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
    }
}
