package org.socketconsole.descriptor;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The sockets that the process was started with, by number and identity: once the number is
/// another file's, it is not theirs any more.
@Component
public class InheritedDescriptors {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final Map<Integer, String> AT_START = new HashMap<>();

    /// To be called first of all, before the process opens sockets of its own.
    public static void remember() {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path descriptor : descriptors) {
                int fd = Integer.parseInt(descriptor.getFileName().toString());
                String file = file(fd);
                if (file != null && file.startsWith("socket:")) {
                    AT_START.put(fd, file);
                }
            }
        } catch (IOException none) {
            // Without /proc nothing is known to be inherited, and nothing of it can be adopted.
        }
    }

    public boolean contains(int fd) {
        String file = AT_START.get(fd);
        return file != null && file.equals(file(fd));
    }

    private static @Nullable String file(int fd) {
        try {
            return Files.readSymbolicLink(DESCRIPTORS.resolve(Integer.toString(fd))).toString();
        } catch (IOException closed) {
            return null;
        }
    }
}
