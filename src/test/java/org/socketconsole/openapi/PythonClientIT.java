package org.socketconsole.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Capabilities;

import java.nio.file.Path;
import java.util.Map;

/// The client for Python, with the libraries of the system's own interpreter.
class PythonClientIT extends ClientTests {

    private static final String PYTHON = "/usr/bin/python3";
    private static final String NEEDS = "import pydantic, urllib3, dateutil; print('there')";

    @Test
    void itsModelsFitWhatTheServerAnswers() throws Exception {
        Path client = generated("python");
        boolean isThere =
                run(client, Map.of(), "sh", "-c", PYTHON + " -c \"" + NEEDS + "\"")
                        .equals("there\n");
        Capabilities.assume(
                isThere,
                "the client for Python needs python3-pydantic, python3-urllib3 and"
                        + " python3-dateutil for "
                        + PYTHON);
        Map<String, String> path = Map.of("PYTHONPATH", client.toString());
        assertThat(run(client, path, PYTHON, SOURCES.resolve("facts.py").toString()))
                .isEqualTo(FACTS);
    }
}
