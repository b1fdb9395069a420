package org.socketconsole.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;

import org.socketconsole.call.Created;
import org.socketconsole.dispatch.CallDefinition;
import org.socketconsole.dispatch.CallTable;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;

/// The API's description, made from the controllers and their records by springdoc.
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    /// What the calls take is described by [OperationDescriber].
    @EventListener
    void ignoreWhatCallsTake(ContextRefreshedEvent ready) {
        for (CallDefinition call : ready.getApplicationContext().getBean(CallTable.class).all()) {
            SpringDocUtils.getConfig()
                    .addRequestWrapperToIgnore(call.handler().getParameterTypes());
        }
        SpringDocUtils.getConfig().addResponseWrapperToIgnore(Created.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Socket Console")
                                .version("1")
                                .description(
                                        "The BSD socket interface over HTTP: one call, one endpoint,"
                                                + " under its name in Python's socket module, on real"
                                                + " descriptors of the host."))
                .addServersItem(new Server().url("/").description("This server"))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        "token",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description(
                                                        "The token that the server printed when it"
                                                                + " started, or was given.")));
    }

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider provider) {
        return new RecordResolver(provider.jsonMapper().copy(), RecordResolver.Way.ANSWER);
    }
}
