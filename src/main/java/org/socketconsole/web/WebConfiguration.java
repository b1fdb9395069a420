package org.socketconsole.web;

import org.socketconsole.access.BodyRoom;
import org.socketconsole.dispatch.CallTable;
import org.socketconsole.dispatch.ConsoleProperties;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// How calls travel over HTTP.
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcRegistrations {

    private final CallTable table;

    WebConfiguration(CallTable table) {
        this.table = table;
    }

    /// Of HTTP and of the channel.
    @Bean
    static BodyRoom bodyRoom(HttpProperties http, ConsoleProperties console) {
        return new BodyRoom(http.bodiesInFlight(console.maxBody().toBytes()));
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new CallMapping(table);
    }
}
