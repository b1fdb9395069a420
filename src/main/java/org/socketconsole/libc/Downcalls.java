package org.socketconsole.libc;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Makes the handles of [Bindings]: lookup in the C library of this process, errno captured by
/// every call. None is linked as `critical`: such a call holds up every safepoint while it is in
/// the kernel.
final class Downcalls {

    static final Linker LINKER = Linker.nativeLinker();
    private static final long ERRNO =
            Linker.Option.captureStateLayout()
                    .byteOffset(MemoryLayout.PathElement.groupElement("errno"));

    private Downcalls() {}

    static MethodHandle function(String name, FunctionDescriptor prototype) {
        return link(name, prototype, Linker.Option.captureCallState("errno"));
    }

    /// A function whose arguments from index `fixed` on are variadic in C.
    static MethodHandle variadic(String name, int fixed, FunctionDescriptor prototype) {
        return link(
                name,
                prototype,
                Linker.Option.captureCallState("errno"),
                Linker.Option.firstVariadicArg(fixed));
    }

    static int errno(MemorySegment captured) {
        return captured.get(ValueLayout.JAVA_INT, ERRNO);
    }

    private static MethodHandle link(
            String name, FunctionDescriptor prototype, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), prototype, options);
    }
}
