package org.socketconsole.responder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.responder.RuleRequest.MatchRequest;

import java.util.Collections;

class RuleBookTests {

    private static RuleBook of(int rules, String re) {
        MatchRequest match = new MatchRequest(null, null, null, re, null);
        RuleRequest rule = new RuleRequest(null, match, null, null, null, null, null, null);
        return new RuleBook(Collections.nCopies(rules, new ReplyRule(rule)));
    }

    @Test
    void whatALookCostsIsItsBytesTimesTheSizeOfAllExpressions() {
        byte[] page = new byte[4096];
        assertThat(of(1, "^GET /(.*) HTTP").takesLong(page)).isFalse();
        assertThat(of(1, "^GET /(.*) HTTP").takesLong(new byte[1 << 20])).isTrue();
        assertThat(of(1, "(?s)" + ".*a".repeat(150) + "b").takesLong(page)).isTrue();
        assertThat(of(1000, "a").takesLong(page)).isTrue();
    }
}
