package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;

/// What a recording holds.
///
/// @param dropped packets that were to be written, and are not
/// @param error why the last of them was not; null when all goes well
record Totals(long packets, long bytes, int files, long dropped, @Nullable String error) {

    static final Totals NONE = new Totals(0, 0, 0, 0, null);
}
