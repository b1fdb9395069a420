package org.socketconsole.responder;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.dispatch.ArgumentBinder;
import org.socketconsole.responder.Behaviour.Written;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/// Reads what a responder is to do. What cannot be is told by its place, counted from 0:
/// `rules.2.match.re`.
@Component
class Behaviours {

    private static final int USUAL_LIMIT = 256;

    private final ArgumentBinder binder;
    private final Conversations conversations;

    Behaviours(ArgumentBinder binder, Conversations conversations) {
        this.binder = binder;
        this.conversations = conversations;
    }

    Behaviour read(ResponderRequest request) {
        Reply reply = requireNonNullElse(request.reply(), Reply.NONE);
        JsonNode framing = requireNonNullElse(request.framing(), Framing.CHUNK);
        RuleBook rules = rules(request.rules());
        require(reply, Reply.RULES, "rules", rules);
        require(reply, Reply.RECORDED, "recorded", request.recorded());
        return new Behaviour(
                requireNonNullElse(request.accept(), true),
                requireNonNullElse(request.receive(), true),
                reply,
                rules,
                turns(request.recorded()),
                Places.within("framing", () -> Framing.of(framing, binder)),
                requireNonNullElse(request.limit(), USUAL_LIMIT),
                new Written(written(request.rules()), request.recorded(), framing));
    }

    private static void require(Reply reply, Reply needing, String field, @Nullable Object needed) {
        if (reply == needing && needed == null) {
            throw new InvalidArgumentException(
                    field, "is required where `reply` is `" + needing.text() + "`");
        }
    }

    private @Nullable RuleBook rules(@Nullable List<WrittenRule> written) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        List<ReplyRule> rules = new ArrayList<>();
        for (@Nullable WrittenRule rule : written) {
            JsonNode json = WrittenRule.of(rule);
            rules.add(Places.within("rules." + rules.size(), () -> rule(json)));
        }
        return new RuleBook(rules);
    }

    private ReplyRule rule(JsonNode written) {
        if (written instanceof ObjectNode object) {
            return new ReplyRule(binder.bind(object, RuleRequest.class));
        }
        throw new InvalidArgumentException("", "must be an object");
    }

    private List<RecordedTurn> turns(@Nullable JsonNode recorded) {
        return recorded == null
                ? List.of()
                : Places.within("recorded", () -> conversations.find(recorded));
    }

    private static @Nullable List<JsonNode> written(@Nullable List<WrittenRule> rules) {
        return rules == null ? null : rules.stream().map(WrittenRule::json).toList();
    }
}
