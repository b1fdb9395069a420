package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.BodyReader;
import org.socketconsole.call.BodyWriter;
import org.socketconsole.call.Call;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/// Calls a method of a controller with what it asks for: its target, the call, the arguments, the
/// client that it reads from or writes to, in any order.
final class Invocation {

    private enum Part {
        TARGET,
        CALL,
        ARGUMENTS,
        READER,
        WRITER
    }

    private final MethodHandle handle;
    private final List<Part> parts;

    Invocation(Object controller, Method method) {
        this.handle = handle(controller, method);
        this.parts = Arrays.stream(method.getParameterTypes()).map(Invocation::part).toList();
    }

    @Nullable Object invoke(
            @Nullable Object target, Call call, @Nullable Object arguments, ArgumentSource source) {
        @Nullable Object[] given = new Object[parts.size()];
        for (int i = 0; i < given.length; i++) {
            given[i] =
                    switch (parts.get(i)) {
                        case TARGET -> target;
                        case CALL -> call;
                        case ARGUMENTS -> arguments;
                        case READER -> source.reader();
                        case WRITER -> source.writer();
                    };
        }
        try {
            return handle.invokeExact(given);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable checked) {
            throw new IllegalStateException("a call throws no checked exception", checked);
        }
    }

    /// Whether it moves bytes while it runs.
    boolean isStream() {
        return readsBody() || parts.contains(Part.WRITER);
    }

    boolean readsBody() {
        return parts.contains(Part.READER);
    }

    /// Whether a method that asks for one of these moves bytes while it runs.
    static boolean isStream(Class<?> type) {
        return type == BodyReader.class || type == BodyWriter.class;
    }

    private static Part part(Class<?> type) {
        if (type == Call.class) {
            return Part.CALL;
        }
        if (isStream(type)) {
            return type == BodyReader.class ? Part.READER : Part.WRITER;
        }
        return type.isRecord() ? Part.ARGUMENTS : Part.TARGET;
    }

    private static MethodHandle handle(Object controller, Method method) {
        try {
            method.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflect(method)
                    .bindTo(controller)
                    .asSpreader(Object[].class, method.getParameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(method.toString(), impossible);
        }
    }
}
