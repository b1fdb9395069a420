package org.socketconsole.batch;

import org.socketconsole.access.BodyRoom;
import org.socketconsole.access.GuardedWebSocket;
import org.socketconsole.access.Strangers;
import org.socketconsole.access.WebSocketPath;
import org.socketconsole.dispatch.ConsoleProperties;
import org.socketconsole.dispatch.Operations;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.WebSocketSession;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A WebSocket that takes one call a text frame.
@Component
class ChannelEndpoint extends GuardedWebSocket {

    private static final String PATH = "/api/v1/channel";

    private final CallRunner runner;
    private final Operations operations;
    private final JsonMapper mapper;
    private final ConsoleProperties properties;
    private final BodyRoom bodies;
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();

    ChannelEndpoint(
            Strangers strangers,
            CallRunner runner,
            Operations operations,
            JsonMapper mapper,
            ConsoleProperties properties,
            BodyRoom bodies) {
        super(strangers);
        this.runner = runner;
        this.operations = operations;
        this.mapper = mapper;
        this.properties = properties;
        this.bodies = bodies;
    }

    @Bean
    static WebSocketPath channelPath() {
        return new WebSocketPath(PATH);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    protected void admit(WebSocketSession session) {
        session.setTextMessageSizeLimit(Math.toIntExact(properties.maxBody().toBytes()));
        session.setBinaryMessageSizeLimit(Math.toIntExact(properties.maxBody().toBytes()));
        ChannelAnswers answers = new ChannelAnswers(session, mapper);
        Channel channel = new Channel(runner, answers, bodies, properties.longestWait());
        channels.put(session.getId(), channel);
    }

    @Override
    protected void hear(WebSocketSession session, String frame) {
        Channel channel = channels.get(session.getId());
        if (channel != null) {
            channel.take(frame);
        }
    }

    /// One who has not shown the token is closed, as with any frame that is none.
    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        Channel channel = channels.get(session.getId());
        if (channel == null) {
            super.handleBinaryMessage(session, message);
        } else {
            channel.refuse();
        }
    }

    @Override
    protected void left(WebSocketSession session) {
        Channel channel = channels.remove(session.getId());
        if (channel != null) {
            channel.left(operations);
        }
    }
}
