package org.socketconsole.access;

import org.socketconsole.net.SocketAddress;
import org.springframework.stereotype.Component;

import java.util.List;

/// All rules; the first that refuses is the answer.
@Component
public class Rules implements Rule {

    private final List<Rule> rules;

    Rules(List<Rule> rules) {
        this.rules = rules;
    }

    @Override
    public void permit(String call, Caller caller) {
        rules.forEach(rule -> rule.permit(call, caller));
    }

    @Override
    public void permit(String call, int type, SocketAddress address) {
        rules.forEach(rule -> rule.permit(call, type, address));
    }
}
