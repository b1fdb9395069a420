package org.socketconsole.web;

import org.eclipse.jetty.ee11.websocket.servlet.WebSocketUpgradeFilter;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.RequestContextFilter;

/// Keeps off each request the filters that do nothing for it. Both come unasked where there is none
/// of their kind; those that a property turns off are in `application.yaml`.
@Configuration(proxyBeanMethods = false)
class UnneededFilters {

    /// Finds endpoints that are registered with Jetty; ours are mapped by Spring. Jetty looks for
    /// it by this name, and Spring Boot for the name of the bean.
    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory>
            websocketUpgradeFilterWebServerCustomizer() {
        return factory ->
                factory.addInitializers(
                        context ->
                                context.addFilter(
                                        WebSocketUpgradeFilter.class.getName(),
                                        new WebSocketUpgradeFilter()));
    }

    /// The dispatcher servlet does the same.
    @Bean
    FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
        var registration = new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setEnabled(false);
        return registration;
    }
}
