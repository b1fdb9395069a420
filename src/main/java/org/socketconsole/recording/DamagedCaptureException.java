package org.socketconsole.recording;

import java.io.IOException;

/// What is read is no capture, or no longer one from a place on.
final class DamagedCaptureException extends IOException {

    DamagedCaptureException(long place, String what) {
        super("is no capture from byte " + place + " on: " + what);
    }
}
