package org.socketconsole.describe;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The calls that the tables have a row of.
@Component
public class CallDescriptors {

    private final RequestMappingHandlerMapping mapping;

    CallDescriptors(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /// Sorted by name.
    public List<CallDescriptor> all() {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(CallDescriptors::endpoint)
                .map(Endpoint::describe)
                .sorted(Comparator.comparing(CallDescriptor::name))
                .toList();
    }

    private static Stream<Endpoint> endpoint(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        return CallRow.of(entry.getValue().getMethod().getName()).stream()
                .map(row -> new Endpoint(entry.getKey(), entry.getValue(), row));
    }
}
