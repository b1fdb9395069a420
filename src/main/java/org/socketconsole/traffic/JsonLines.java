package org.socketconsole.traffic;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.OutputStream;

/// Writes chunks as JSON lines, see jsonlines.org: each as the API shows it, with all its bytes in
/// place of the first.
final class JsonLines implements Capture {

    private final OutputStream out;
    private final ChunkViews views;
    private final JsonMapper json;
    private final ObjectWriter writer;

    JsonLines(OutputStream out, ChunkViews views, JsonMapper json) {
        this.out = out;
        this.views = views;
        this.json = json;
        this.writer = unflushed(json);
    }

    @Override
    public void write(Chunk chunk) throws IOException {
        writer.writeValue(out, line(chunk));
        out.write('\n');
    }

    private ObjectNode line(Chunk chunk) {
        ObjectNode line = json.valueToTree(views.of(chunk));
        line.remove("preview");
        return line.put("data", chunk.data());
    }

    /// Many lines go into one write.
    private static ObjectWriter unflushed(JsonMapper json) {
        return json.writer()
                .withoutFeatures(
                        StreamWriteFeature.AUTO_CLOSE_TARGET,
                        StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
    }
}
