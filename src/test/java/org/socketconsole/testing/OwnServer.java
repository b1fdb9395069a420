package org.socketconsole.testing;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

import java.util.List;

/// Makes the thread a part of what Spring keeps an application by: classes that run side by side do
/// not see each other's sockets. `META-INF/spring.factories` has it for every test of the
/// application.
final class OwnServer implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return new Of(Thread.currentThread());
    }

    private record Of(Thread thread) implements ContextCustomizer {
        @Override
        public void customizeContext(
                ConfigurableApplicationContext context, MergedContextConfiguration merged) {}
    }
}
