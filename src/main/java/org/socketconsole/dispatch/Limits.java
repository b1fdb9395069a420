package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.Seconds;

import java.math.BigDecimal;
import java.time.Duration;

/// How long a call may wait, whatever its socket's own time-out is.
///
/// @param longest what the server allows
/// @param asked what the caller asks for, in seconds; null for nothing less
public record Limits(Duration longest, @Nullable String asked) {

    /// Of a call that goes on for as long as its client stays.
    public static Limits forever(@Nullable String asked) {
        return new Limits(Call.FOREVER, asked);
    }

    Duration limit() {
        if (asked == null) {
            return longest;
        }
        Duration limit = Seconds.parse("wait", seconds(asked));
        return limit.compareTo(longest) < 0 ? limit : longest;
    }

    private static double seconds(String text) {
        try {
            return new BigDecimal(text).doubleValue();
        } catch (NumberFormatException none) {
            throw new InvalidArgumentException("wait", "must be a number of seconds");
        }
    }
}
