package org.socketconsole.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.Caller;
import org.socketconsole.call.Created;
import org.socketconsole.call.Identified;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.Streamed;
import org.socketconsole.dispatch.ArgumentBinder;
import org.socketconsole.dispatch.CallDefinition;
import org.socketconsole.dispatch.CallTable;
import org.socketconsole.dispatch.Dispatch;
import org.socketconsole.dispatch.Lane;
import org.socketconsole.dispatch.Limits;
import org.socketconsole.dispatch.Outcome;
import org.socketconsole.dispatch.Problem;
import org.socketconsole.dispatch.Problems;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

import java.time.Duration;

/// Makes calls that are written as JSON, each by the one dispatch. Whatever is wrong with one is
/// its own answer.
@Component
class CallRunner {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final ObjectNode NO_VARIABLES = JSON.objectNode();

    private final CallTable table;
    private final Dispatch dispatch;
    private final ArgumentBinder binder;
    private final JsonMapper mapper;

    CallRunner(CallTable table, Dispatch dispatch, ArgumentBinder binder, JsonMapper mapper) {
        this.table = table;
        this.dispatch = dispatch;
        this.binder = binder;
        this.mapper = mapper;
    }

    /// @param text its answer as it goes out
    record Made(int status, @Nullable String text) {

        CallResult result() {
            return new CallResult(
                    status, text == null ? null : JSON.rawValueNode(new RawValue(text)));
        }

        int size() {
            return text == null ? 0 : text.length();
        }
    }

    /// The direction in which a call of this name moves something.
    Lane lane(String name) {
        CallDefinition call = table.find(name);
        return call == null ? Lane.NONE : call.lane();
    }

    /// A call as it came; whatever is wrong with its JSON is refused.
    ObjectNode read(String json) {
        return binder.object(json.getBytes(UTF_8));
    }

    /// @param longest how long it may wait
    /// @param waits told when it begins to
    Made make(
            @Nullable JsonNode written,
            Naming naming,
            Caller caller,
            Duration longest,
            Runnable waits) {
        try {
            return make(read(written), naming, caller, longest, waits);
        } catch (RuntimeException refused) {
            return refused(refused);
        }
    }

    /// A call that is not made.
    Made refused(RuntimeException why) {
        return failed(Problems.of(why).build(null, null));
    }

    private CallRequest read(@Nullable JsonNode written) {
        if (!(written instanceof ObjectNode object)) {
            throw new InvalidArgumentException("call", "must be in an object: {\"call\": …}");
        }
        CallRequest request = CallRequest.of(object);
        return request == null ? binder.bind(object, CallRequest.class) : request;
    }

    private Made make(
            CallRequest request, Naming naming, Caller caller, Duration longest, Runnable waits) {
        CallDefinition call = find(request.call());
        String id = naming.id(request.id());
        requireId(call, id);
        ObjectNode body = naming.fill(object(request.body()));
        // The call may wait for long: the request itself has its whole body, which is let go.
        boolean isNamed = request.as() != null;
        naming.requireOwn(request.as());
        Limits limits = new Limits(longest, wait(body.remove("wait")));
        ObjectNode inPath = call.variables().isEmpty() ? NO_VARIABLES : body;
        Outcome outcome = dispatch.run(call, id, new JsonArguments(body, waits), caller, limits);
        Made made = made(at(outcome, call, id, inPath));
        if (isNamed && outcome instanceof Outcome.Returned returned) {
            name(returned, made, naming);
        }
        return made;
    }

    /// An error with the path that the call has over HTTP.
    private static Outcome at(
            Outcome outcome, CallDefinition call, @Nullable String id, ObjectNode body) {
        return outcome instanceof Outcome.Failed(Problem problem)
                ? new Outcome.Failed(problem.at(path(call, id, body)))
                : outcome;
    }

    private static String path(CallDefinition call, @Nullable String id, ObjectNode body) {
        return UriComponentsBuilder.fromPath(CallTable.BASE + call.path())
                .encode()
                .build()
                .expand(
                        name ->
                                "id".equals(name)
                                        ? id
                                        : body.path(String.valueOf(name)).asString(""))
                .toUriString();
    }

    private static @Nullable String wait(@Nullable JsonNode seconds) {
        if (seconds != null && !seconds.isNumber() && !seconds.isString()) {
            throw new InvalidArgumentException("wait", "must be a number of seconds");
        }
        return seconds == null ? null : seconds.asString();
    }

    private CallDefinition find(String name) {
        CallDefinition call = table.find(name);
        if (call == null || call.result() == BatchController.BatchResults.class) {
            throw new InvalidArgumentException("call", "is no call that there is: " + name);
        }
        if (call.result() == Streamed.class) {
            throw new InvalidArgumentException(
                    "call", "answers a file, ask for it over HTTP alone");
        }
        return call;
    }

    private static void requireId(CallDefinition call, @Nullable String id) {
        if (id == null && call.path().contains("{id}")) {
            throw new InvalidArgumentException(
                    "id", "must say what " + call.name() + " is called on");
        }
    }

    private static ObjectNode object(@Nullable JsonNode body) {
        return switch (body) {
            case ObjectNode object -> object;
            case null -> JSON.objectNode();
            case JsonNode none when none.isNull() -> JSON.objectNode();
            default -> throw new InvalidArgumentException("body", "must be a JSON object");
        };
    }

    private Made made(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Returned(_, Created<?> made) -> new Made(201, text(made.body()));
            case Outcome.Returned(_, var result) ->
                    result == null ? new Made(204, null) : new Made(200, text(result));
            case Outcome.Failed failed -> failed(failed.problem());
            case Outcome.Repeated repeated -> made(repeated.first());
        };
    }

    private Made failed(Problem problem) {
        return new Made(problem.status(), text(problem));
    }

    private String text(Object answer) {
        return mapper.writeValueAsString(answer);
    }

    /// What was made has its id for its name, an answer its whole.
    private void name(Outcome.Returned returned, Made made, Naming naming) {
        if (returned.result() instanceof Created<?> created) {
            JsonNode thing = mapper.valueToTree(created.made());
            boolean hasId = created.made() instanceof Identified;
            naming.name(hasId ? thing.path("id") : thing, thing);
        } else {
            JsonNode answer = made.text == null ? JSON.nullNode() : mapper.readTree(made.text);
            naming.name(answer, answer);
        }
    }
}
