package org.socketconsole.web;

import org.socketconsole.call.ArgumentBinder;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/// How calls travel over HTTP.
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final JsonMapper mapper;
    private final ArgumentBinder binder;
    private final ConsoleProperties properties;

    WebConfiguration(JsonMapper mapper, ArgumentBinder binder, ConsoleProperties properties) {
        this.mapper = mapper;
        this.binder = binder;
        this.properties = properties;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        int largest = Math.toIntExact(properties.maxBody().toBytes());
        resolvers.add(new CallResolver(properties.longestWait()));
        resolvers.add(new ArgumentsResolver(mapper, binder, new RequestBody(mapper, largest)));
    }

    /// A client that accepts anything gets JSON, also where the bytes alone could be had.
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.defaultContentType(MediaType.APPLICATION_JSON, MediaType.ALL);
    }

    /// The last of all, so that a client that accepts JSON among others gets it.
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(all -> all.add(new RawBytesConverter(mapper)));
    }
}
