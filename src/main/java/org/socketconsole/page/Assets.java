package org.socketconsole.page;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The built scripts and styles, under the names with hashes that the Vite manifest gives them.
@Component("assets")
class Assets {

    private static final String ENTRY = "src/app/main.ts";
    private static final TypeReference<Map<String, Chunk>> MANIFEST = new TypeReference<>() {};

    private final ClassPathResource file =
            new ClassPathResource("static/assets/.vite/manifest.json");
    private final SingletonSupplier<Map<String, Chunk>> packed = SingletonSupplier.of(this::read);
    private final JsonMapper json;

    Assets(JsonMapper json) {
        this.json = json;
    }

    /// Not so after a build with `-DskipFrontend` in a clean tree.
    public boolean isBuilt() {
        return file.exists();
    }

    /// What a page loads.
    ///
    /// @param modules what its script imports once it runs, and would know of too late; all that
    ///   they import in turn is among the links
    public Links links(@Nullable List<String> modules) {
        Map<String, Chunk> manifest = manifest();
        Chunk start = start(manifest);
        return new Links(
                path(start.file),
                start.styles().stream().map(Assets::path).toList(),
                Objects.requireNonNullElse(modules, List.<String>of()).stream()
                        .flatMap(name -> withImports(manifest, name))
                        .filter(file -> !file.equals(start.file))
                        .distinct()
                        .map(Assets::path)
                        .toList());
    }

    /// The entry does nothing but import the chunk of all that any page begins with; a page that
    /// loads that one makes a request less.
    private static Chunk start(Map<String, Chunk> manifest) {
        return chunk(manifest, chunk(manifest, ENTRY).modules().getFirst());
    }

    /// Paths of one script, of its styles, and of the modules to load beside it.
    public record Links(String script, List<String> styles, List<String> modules) {}

    /// Read once where it lies in the jar; in a working tree a rebuild is seen without a restart.
    private Map<String, Chunk> manifest() {
        return file.isFile() ? read() : packed.obtain();
    }

    private Map<String, Chunk> read() {
        try (InputStream input = file.getInputStream()) {
            return json.readValue(input, MANIFEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> withImports(Map<String, Chunk> manifest, String name) {
        Chunk chunk = chunk(manifest, name);
        Stream<String> below =
                chunk.modules().stream().flatMap(module -> withImports(manifest, module));
        return Stream.concat(Stream.of(chunk.file), below);
    }

    private static Chunk chunk(Map<String, Chunk> manifest, String name) {
        return Objects.requireNonNull(manifest.get(name), name);
    }

    private static String path(String file) {
        return "/assets/" + file;
    }

    private record Chunk(String file, @Nullable List<String> css, @Nullable List<String> imports) {

        List<String> styles() {
            return css == null ? List.of() : css;
        }

        List<String> modules() {
            return imports == null ? List.of() : imports;
        }
    }
}
