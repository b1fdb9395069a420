package org.socketconsole.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The built script and its styles, under the names with hashes that the Vite manifest gives them.
/// It is read for every page, so that a rebuild is seen without a restart.
@Component("assets")
class Assets {

    private static final String ENTRY = "src/main.ts";
    private static final TypeReference<Map<String, Chunk>> MANIFEST = new TypeReference<>() {};

    private final ClassPathResource manifest =
            new ClassPathResource("static/assets/.vite/manifest.json");
    private final JsonMapper json;

    Assets(JsonMapper json) {
        this.json = json;
    }

    /// Not so after a build with `-DskipFrontend` in a clean tree.
    public boolean isBuilt() {
        return manifest.exists();
    }

    public String script() throws IOException {
        return path(entry().file());
    }

    public List<String> styles() throws IOException {
        return entry().styles().stream().map(Assets::path).toList();
    }

    private Chunk entry() throws IOException {
        try (InputStream input = manifest.getInputStream()) {
            return Objects.requireNonNull(json.readValue(input, MANIFEST).get(ENTRY), ENTRY);
        }
    }

    private static String path(String file) {
        return "/assets/" + file;
    }

    private record Chunk(String file, @Nullable List<String> css) {

        List<String> styles() {
            return css == null ? List.of() : css;
        }
    }
}
