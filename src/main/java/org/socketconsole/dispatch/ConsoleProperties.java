package org.socketconsole.dispatch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/// The console's own settings.
///
/// @param longestWait how long any one request may wait
/// @param maxBody the largest body of a request
@ConfigurationProperties("console")
public record ConsoleProperties(
        @DefaultValue("60s") Duration longestWait, @DefaultValue("32MB") DataSize maxBody) {}
