package org.socketconsole.batch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.dispatch.ArgumentBinder;
import org.socketconsole.dispatch.ArgumentSource;
import org.socketconsole.dispatch.CallDefinition;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The arguments of a call as one object, whichever of them its endpoint has in the path or query.
record JsonArguments(ObjectNode object) implements ArgumentSource {

    @Override
    public @Nullable Object bind(ArgumentBinder binder, CallDefinition call) {
        return call.arguments() == null ? null : binder.bind(object, call.arguments());
    }

    @Override
    public long size() {
        return size(object);
    }

    private static long size(JsonNode node) {
        if (node.isString()) {
            return node.stringValue().length();
        }
        long sum = 0;
        for (JsonNode child : node) {
            sum += size(child);
        }
        return sum;
    }
}
