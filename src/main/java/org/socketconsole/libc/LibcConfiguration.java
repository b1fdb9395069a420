package org.socketconsole.libc;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The kernel that the console runs on, and its one poller.
@Configuration(proxyBeanMethods = false)
class LibcConfiguration {

    @Bean
    Libc libc() {
        return Libc.host();
    }

    @Bean
    Poller poller(Libc libc) {
        return new Poller(libc);
    }
}
