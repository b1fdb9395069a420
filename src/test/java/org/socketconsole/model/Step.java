package org.socketconsole.model;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One call of a sequence, with its arguments as the API has them. Sockets and files stand by their
/// names: `{"of": "a"}` is the address of `a`, or its descriptor. In addresses `@` and `~` stand
/// for what differs between the two sides: a part of a name, and a directory.
///
/// @param on what the call is made on; null for a function
/// @param as the names of what it makes
/// @param meanwhile a call that is made while this one waits
@JsonInclude(JsonInclude.Include.NON_NULL)
record Step(
        String call,
        @Nullable String on,
        List<String> as,
        ObjectNode args,
        @Nullable Step meanwhile) {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Step function(String call, Map<String, ?> args, String... as) {
        return new Step(call, null, List.of(as), MAPPER.valueToTree(args), null);
    }

    static Step method(String call, String on, Map<String, ?> args, String... as) {
        return new Step(call, on, List.of(as), MAPPER.valueToTree(args), null);
    }

    Step meanwhile(@Nullable Step other) {
        return new Step(call, on, as, args, other);
    }

    /// What has to be there for the call to be made.
    Set<String> needs() {
        Set<String> names = new HashSet<>();
        if (on != null) {
            names.add(on);
        }
        args.findValuesAsString("of", new ArrayList<>()).forEach(names::add);
        for (String list : List.of("sockets", "read", "write", "except")) {
            args.findValues(list)
                    .forEach(all -> all.forEach(name -> names.add(name.stringValue())));
        }
        if (meanwhile != null) {
            names.addAll(meanwhile.needs());
        }
        return names;
    }

    boolean isOf(String... calls) {
        return List.of(calls).contains(call);
    }

    /// Whether one of its flags is among these.
    boolean hasFlag(String... flags) {
        List<String> given = List.of(args.path("flags").asString("").split("\\|"));
        return List.of(flags).stream().anyMatch(given::contains);
    }

    boolean hasRequest(String... requests) {
        return List.of(requests).contains(args.path("request").asString(""));
    }

    boolean isOption(String optname) {
        return args.path("optname").asString("").equals(optname);
    }

    String json() {
        return MAPPER.writeValueAsString(this);
    }
}
