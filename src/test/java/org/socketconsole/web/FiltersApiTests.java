package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.ContractTests;
import org.springframework.beans.factory.annotation.Autowired;

class FiltersApiTests extends ContractTests {

    @Test
    void noFilterIsMetThatDoesNothing(@Autowired ServletContext context) {
        assertThat(context.getFilterRegistrations().values())
                .filteredOn(filter -> !filter.getUrlPatternMappings().isEmpty())
                .extracting(FilterRegistration::getName)
                .containsExactlyInAnyOrder(
                        "securityHeaders", "hostFilter", "tokenFilter", "methodFilter");
    }
}
