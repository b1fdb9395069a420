package org.socketconsole.traffic;

import org.socketconsole.call.Streamed;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

/// Writes what was selected in each format of a capture.
@Component
class Captures {

    static final String PCAPNG = "application/x-pcapng";
    static final String JSON_LINES = "application/jsonl";
    static final String TEXT = "text/plain";

    private final ChunkViews views;
    private final JsonMapper json;

    Captures(ChunkViews views, JsonMapper json) {
        this.views = views;
        this.json = json;
    }

    Streamed pcapng(Selection selection) {
        return new Streamed(
                PCAPNG,
                "traffic.pcapng",
                out -> write(new Pcapng(out, selection.ends(), selection.link()), selection));
    }

    Streamed jsonLines(Selection selection) {
        return new Streamed(
                JSON_LINES,
                "traffic.jsonl",
                out -> write(new JsonLines(out, views, json), selection));
    }

    Streamed hexdump(Selection selection) {
        return new Streamed(
                TEXT,
                "traffic.txt",
                out -> write(new Hexdump(out, selection.ends(), selection.link()), selection));
    }

    /// A chunk at a time, so that one who reads slowly keeps no chunk alive that has given way to
    /// later ones.
    private static void write(Capture capture, Selection selection) throws IOException {
        capture.start();
        for (var left = selection.chunks().iterator(); left.hasNext(); ) {
            capture.write(left.next());
        }
        capture.end(selection.dropped());
    }
}
