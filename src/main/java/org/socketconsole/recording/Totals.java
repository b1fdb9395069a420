package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;

/// What a recording holds.
///
/// @param dropped packets that were to be written, and are not
/// @param error why the last of them was not, or what an imported file has not; null when all goes
///   well
record Totals(long packets, long bytes, int files, long dropped, @Nullable String error) {

    static final Totals NONE = new Totals(0, 0, 0, 0, null);

    /// With one more file, which says what was dropped until it ended.
    Totals plus(Survey file) {
        return new Totals(
                packets + file.packets(),
                bytes + file.whole(),
                files + (file.whole() == 0 ? 0 : 1),
                Math.max(dropped, file.dropped()),
                null);
    }
}
