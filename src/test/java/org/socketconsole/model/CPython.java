package org.socketconsole.model;

import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Json;
import org.socketconsole.testing.Python;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.OutputStream;

/// CPython's side: one process that makes the calls, `model.py`.
final class CPython implements AutoCloseable {

    private final Python.Peer peer;
    private final OutputStream in;

    private CPython(Python.Peer peer) {
        this.peer = peer;
        this.in = peer.process().getOutputStream();
    }

    static CPython start(Setting setting) throws IOException {
        CPython python = new CPython(Python.start(Python.source(CPython.class, "model.py")));
        python.tell(setting.json());
        return python;
    }

    /// @param ask as `model.py` has it, or empty for a call as CPython makes it
    void begin(Step step, double within, String ask) throws IOException {
        ObjectNode line = Step.MAPPER.valueToTree(step);
        line.put("within", within);
        if (!ask.isEmpty()) {
            line.put("ask", ask);
        }
        tell(line.toString());
    }

    JsonNode outcome() throws IOException {
        return Json.read(peer.line());
    }

    /// Closes what the sequence made.
    void end() throws IOException {
        tell("{}");
    }

    @Override
    public void close() {
        peer.close();
    }

    private void tell(String line) throws IOException {
        in.write(Bytes.utf8(line + "\n"));
        in.flush();
    }
}
