package org.socketconsole.testing;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;

/// Tests of the contract over real HTTP, against the application, which is started once for all
/// classes of a thread. Each test leaves no socket behind.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "console.token=" + Api.TOKEN,
            "console.longest-wait=" + ContractTests.LONGEST_WAIT + "s",
            "console.max-body=32MB",
            "console.allowed-origins=" + ContractTests.ALLOWED_ORIGIN
        })
public abstract class ContractTests {

    protected static final int LONGEST_WAIT = 20;
    protected static final String ALLOWED_ORIGIN = "https://pages.test";

    protected Api api;

    @BeforeEach
    void connectToTheApplication(@Autowired Environment environment) {
        api = Api.at(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterEach
    void closeAllSockets() {
        api.closeAll();
    }
}
