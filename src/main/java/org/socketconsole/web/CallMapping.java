package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.socketconsole.dispatch.CallDefinition;
import org.socketconsole.dispatch.CallTable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Finds the method of a call by its path at once, where Spring would match all patterns in turn.
/// What is not found so, such as a path that is escaped or a method that the path does not have, is
/// left to Spring.
class CallMapping extends RequestMappingHandlerMapping {

    private static final String ID = "{id}";

    private final CallTable table;
    private volatile @Nullable Map<String, HandlerMethod> handlers;

    CallMapping(CallTable table) {
        this.table = table;
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
            throws Exception {
        HandlerMethod call = path.startsWith(CallTable.BASE) ? find(path, request) : null;
        return call == null ? super.lookupHandlerMethod(path, request) : call;
    }

    private @Nullable HandlerMethod find(String path, HttpServletRequest request) {
        HandlerMethod fixed = handlers().get(key(request.getMethod(), path));
        if (fixed != null || path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
            return fixed;
        }
        int start = path.indexOf('/', CallTable.BASE.length() + 1) + 1;
        if (start == 0) {
            return null;
        }
        int slash = path.indexOf('/', start);
        int end = slash < 0 ? path.length() : slash;
        int dot = path.lastIndexOf('.', end);
        HandlerMethod file = dot > start ? find(path, start, dot, request) : null;
        return file == null ? find(path, start, end, request) : file;
    }

    private @Nullable HandlerMethod find(
            String path, int start, int end, HttpServletRequest request) {
        String pattern = path.substring(0, start) + ID + path.substring(end);
        HandlerMethod found = handlers().get(key(request.getMethod(), pattern));
        if (found != null) {
            String id = path.substring(start, end);
            request.setAttribute(URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("id", id));
        }
        return found;
    }

    private Map<String, HandlerMethod> handlers() {
        Map<String, HandlerMethod> known = handlers;
        if (known == null) {
            known = new ConcurrentHashMap<>();
            for (HandlerMethod handler : getHandlerMethods().values()) {
                CallDefinition call = table.find(handler.getMethod());
                if (call != null) {
                    known.put(
                            key(call.method(), CallTable.BASE + call.path()),
                            handler.createWithResolvedBean());
                }
            }
            handlers = known;
        }
        return known;
    }

    private static String key(String method, String path) {
        return method + path;
    }
}
