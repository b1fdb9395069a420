package org.socketconsole.web;

import org.socketconsole.dispatch.CallTable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// How calls travel over HTTP.
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcRegistrations {

    private final CallTable table;

    WebConfiguration(CallTable table) {
        this.table = table;
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new CallMapping(table);
    }
}
