package org.socketconsole.traffic;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much of what passed is kept in memory.
///
/// @param perSocket of one socket
/// @param total of all sockets; no more than a quarter of the heap, whatever it says
@ConfigurationProperties("console.traffic")
record TrafficProperties(
        @DefaultValue("64MB") DataSize perSocket, @DefaultValue("512MB") DataSize total) {

    TrafficProperties {
        long quarter = Runtime.getRuntime().maxMemory() / 4;
        total = DataSize.ofBytes(Math.min(total.toBytes(), quarter));
    }
}
