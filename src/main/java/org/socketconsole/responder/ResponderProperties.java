package org.socketconsole.responder;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/// How much memory the peers of responders may take.
///
/// @param unfinished bytes held of all messages that are not yet whole and of all long answers that
///   have not yet gone; where absent, an eighth of the heap
@ConfigurationProperties("console.responder")
record ResponderProperties(@Nullable DataSize unfinished) {

    private static final int SHARE_OF_HEAP = 8;

    long mostUnfinished() {
        return unfinished == null
                ? Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP
                : unfinished.toBytes();
    }
}
