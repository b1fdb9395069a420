package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.Seconds;
import org.socketconsole.call.SnakeCase;
import org.socketconsole.call.Unlogged;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/// Makes the [Call] of a request: its name is that of the handler method, its id is in the path,
/// and the query's `wait` shortens its limit.
class CallResolver implements HandlerMethodArgumentResolver {

    private final Duration longestWait;

    CallResolver(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /// The call that a request has become, if it got so far.
    static @Nullable Call of(HttpServletRequest request) {
        return (Call) request.getAttribute(Call.class.getName());
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Call.class;
    }

    @Override
    public Call resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory factory) {
        HttpServletRequest request =
                Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Method method = Objects.requireNonNull(parameter.getMethod());
        Call unlimited =
                Call.begin(
                        SnakeCase.of(method.getName()),
                        id(request),
                        longestWait,
                        !method.isAnnotationPresent(Unlogged.class));
        request.setAttribute(Call.class.getName(), unlimited);
        return limited(unlimited, request.getParameter("wait"));
    }

    private Call limited(Call call, @Nullable String wait) {
        if (wait == null) {
            return call;
        }
        Duration asked = Seconds.parse("wait", seconds(wait));
        return asked.compareTo(longestWait) < 0 ? call.within(asked) : call;
    }

    private static double seconds(String text) {
        try {
            return new BigDecimal(text).doubleValue();
        } catch (NumberFormatException none) {
            throw new InvalidArgumentException("wait", "must be a number of seconds");
        }
    }

    private static @Nullable String id(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map ? (String) map.get("id") : null;
    }
}
