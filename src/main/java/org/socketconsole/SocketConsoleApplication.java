package org.socketconsole;

import org.socketconsole.descriptor.InheritedDescriptors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class SocketConsoleApplication {

    public static void main(String[] arguments) {
        InheritedDescriptors.remember();
        SpringApplication.run(SocketConsoleApplication.class, arguments);
    }
}
