package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;

import java.lang.reflect.Method;
import java.util.List;

/// A call that there is, read from the method of the controller that makes it.
///
/// @param name as in the `socket` module, a file's behind `file.`: `connect_ex`, `file.read`
/// @param operationId its name in the API's description: `connectEx`
/// @param method of HTTP
/// @param path below `/api/v1`
/// @param variables the names in braces in its path, but for `id`: they are arguments
/// @param target the class of what it is called on, null for the module's functions
/// @param arguments the record of its arguments, null where it has none
/// @param logged whether it stands in the list of calls
/// @param words what the manual says of it, null for what only shows
/// @param handler the method itself
public record CallDefinition(
        String name,
        String operationId,
        String method,
        String path,
        List<String> variables,
        @Nullable Class<?> target,
        @Nullable Class<?> arguments,
        boolean logged,
        @Nullable CallWords words,
        Method handler,
        Invocation invocation) {

    public Lane lane() {
        return words == null ? Lane.NONE : words.lane();
    }

    /// What its arguments are read as, be there any or not.
    public Class<?> record() {
        return arguments == null ? NoArguments.class : arguments;
    }

    /// The class of its answer.
    public Class<?> result() {
        return handler.getReturnType();
    }

    /// Whether the id in its path is that of a socket.
    public boolean isOnSocket() {
        return path.startsWith("/sockets/{id}");
    }

    /// Whether it moves bytes while it runs, for as long as its client stays.
    public boolean isStream() {
        return invocation.isStream();
    }

    /// Whether it reads the body of its request as that comes.
    public boolean readsBody() {
        return invocation.readsBody();
    }

    @Nullable Object invoke(
            @Nullable Object target, Call call, @Nullable Object arguments, ArgumentSource source) {
        return invocation.invoke(target, call, arguments, source);
    }

    record NoArguments() {}
}
