package org.socketconsole.libc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socketconsole.testing.Compiler;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

class StructsTests {

    private static final Map<String, StructLayout> LAYOUTS =
            Map.of(
                    "iovec", Structs.IOVEC,
                    "msghdr", Structs.MSGHDR,
                    "cmsghdr", Structs.CMSGHDR,
                    "pollfd", Structs.POLLFD,
                    "epoll_event", Structs.EPOLL_EVENT,
                    "rlimit", Structs.RLIMIT,
                    "addrinfo", Structs.ADDRINFO,
                    "hostent", Structs.HOSTENT,
                    "servent", Structs.SERVENT,
                    "protoent", Structs.PROTOENT);

    @TempDir private Path directory;

    @Test
    void everyStructHasTheSizeAndTheOffsetsOfItsHeader() {
        Map<String, Long> ours = new TreeMap<>();
        LAYOUTS.forEach((name, layout) -> add(ours, name, layout));
        assertThat(ours).isEqualTo(ofHeaders(ours));
    }

    private static void add(Map<String, Long> offsets, String struct, StructLayout layout) {
        offsets.put("sizeof(struct " + struct + ")", layout.byteSize());
        for (MemoryLayout member : layout.memberLayouts()) {
            member.name()
                    .ifPresent(
                            name ->
                                    offsets.put(
                                            "offsetof(struct %s, %s)".formatted(struct, name),
                                            layout.byteOffset(
                                                    MemoryLayout.PathElement.groupElement(name))));
        }
    }

    private Map<String, Long> ofHeaders(Map<String, Long> ours) {
        return new Compiler(directory)
                .output(program(ours))
                .lines()
                .map(line -> line.split("="))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Long.valueOf(parts[1])));
    }

    private static String program(Map<String, Long> expressions) {
        return """
               #include <netdb.h>
               #include <poll.h>
               #include <stddef.h>
               #include <stdio.h>
               #include <sys/epoll.h>
               #include <sys/resource.h>
               #include <sys/socket.h>
               #include <sys/uio.h>
               int main(void) {
               """
                + expressions.keySet().stream()
                        .map("printf(\"%1$s=%%zu\\n\", %1$s);"::formatted)
                        .collect(Collectors.joining("\n"))
                + "return 0; }\n";
    }
}
