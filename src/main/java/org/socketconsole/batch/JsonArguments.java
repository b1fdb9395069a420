package org.socketconsole.batch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Operation;
import org.socketconsole.dispatch.ArgumentBinder;
import org.socketconsole.dispatch.ArgumentSource;
import org.socketconsole.dispatch.CallDefinition;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The arguments of a call as one object, whichever of them its endpoint has in the path or query.
final class JsonArguments implements ArgumentSource {

    private static final ObjectNode NONE = JsonNodeFactory.instance.objectNode();

    private final long size;
    private final Runnable waits;

    /// None once it is bound: a call may wait for long.
    private ObjectNode object;

    /// @param waits told when the call begins to wait
    JsonArguments(ObjectNode object, Runnable waits) {
        this.object = object;
        this.waits = waits;
        this.size = size(object);
    }

    @Override
    public @Nullable Object bind(ArgumentBinder binder, CallDefinition call) {
        ObjectNode bound = object;
        object = NONE;
        return binder.bind(bound, call);
    }

    @Override
    public void begins(Operation operation) {
        operation.whenWaiting(waits);
    }

    @Override
    public long size() {
        return size;
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
