package org.socketconsole.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.QuotaException;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.event.Hub;
import org.socketconsole.live.EventStream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/// Every event as it happens, as server-sent events, see the HTML standard, section 9.2.
@RestController
@RequestMapping("/api/v1/events")
@Tag(name = "Events", description = "What happens, as it happens")
class EventController {

    private static final int MOST_CLIENTS = 256;

    private final Hub hub;
    private final JsonMapper mapper;
    private final Semaphore clients = new Semaphore(MOST_CLIENTS);

    EventController(Hub hub, JsonMapper mapper) {
        this.hub = hub;
        this.mapper = mapper;
    }

    @Operation(
            summary =
                    "Events named socket, call, traffic and operation; a gap event counts those"
                            + " that can no longer be had, and is 1 where the server was started"
                            + " anew")
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(
            @Parameter(description = "Resumes after the event with this id")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable String lastEventId,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        Long last = lastEventId == null ? null : id(lastEventId);
        if (!clients.tryAcquire()) {
            throw new QuotaException(MOST_CLIENTS + " clients hear the events already.");
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        try {
            new EventStream(hub, mapper, response.getOutputStream()).run(last);
        } catch (IOException gone) {
            // The client has left, which is how it ends.
        } finally {
            clients.release();
        }
    }

    private static long id(String lastEventId) {
        if (!lastEventId.matches("\\d{1,18}")) {
            throw new InvalidArgumentException("Last-Event-ID", "is the id of no event");
        }
        return Long.parseLong(lastEventId);
    }
}
