package org.socketconsole.responder;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.Locale;

/// How a responder answers.
public enum Reply {
    @JsonProperty("none")
    NONE,
    @JsonProperty("echo")
    ECHO,
    @JsonProperty("discard")
    DISCARD,
    @JsonProperty("daytime")
    DAYTIME,
    @JsonProperty("chargen")
    CHARGEN,
    @JsonProperty("rules")
    RULES,
    @JsonProperty("recorded")
    RECORDED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
