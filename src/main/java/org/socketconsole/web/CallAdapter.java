package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.Caller;
import org.socketconsole.dispatch.CallDefinition;
import org.socketconsole.dispatch.CallTable;
import org.socketconsole.dispatch.ConsoleProperties;
import org.socketconsole.dispatch.Dispatch;
import org.socketconsole.dispatch.Limits;
import org.socketconsole.dispatch.Outcome;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;

import java.util.Objects;

/// How a call comes over HTTP: what the request says of it goes to the one dispatch, and what
/// became of it into the response.
@Component
class CallAdapter implements HandlerAdapter, Ordered {

    private final CallTable table;
    private final Dispatch dispatch;
    private final ConsoleProperties properties;
    private final AnswerWriter answers;

    CallAdapter(
            CallTable table,
            Dispatch dispatch,
            ConsoleProperties properties,
            AnswerWriter answers) {
        this.table = table;
        this.dispatch = dispatch;
        this.properties = properties;
        this.answers = answers;
    }

    /// Before Spring's own, which takes all methods of controllers.
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Object handler) {
        return handler instanceof HandlerMethod method && table.find(method.getMethod()) != null;
    }

    @Override
    public @Nullable ModelAndView handle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        CallDefinition call =
                Objects.requireNonNull(table.find(((HandlerMethod) handler).getMethod()));
        RequestArguments arguments =
                new RequestArguments(request, response, call, properties.maxBody().toBytes());
        Outcome outcome =
                dispatch.run(call, arguments.id(), arguments, Caller.CLIENT, limits(call, request));
        arguments.end();
        answers.write(outcome, arguments.answer(), request, response);
        return null;
    }

    private Limits limits(CallDefinition call, HttpServletRequest request) {
        return call.isStream()
                ? Limits.forever(wait(request))
                : new Limits(properties.longestWait(), wait(request));
    }

    private static @Nullable String wait(HttpServletRequest request) {
        return request.getQueryString() == null ? null : request.getParameter("wait");
    }
}
