package org.socketconsole.responder;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/// The small services of old, see RFC 862, 867 and 864.
final class Services {

    private static final DateTimeFormatter DAYTIME =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy HH:mm:ss-zzz\r\n", Locale.ENGLISH);

    /// The printing characters, in a ring of lines that each begin one further on.
    private static final byte[] LINES = lines();

    private static final int MOST_OF_A_DATAGRAM = 512;

    private Services() {}

    static final class Echo implements Answerer {
        @Override
        public boolean isPrompt(byte[] message) {
            return true;
        }

        @Override
        public void heard(byte[] message, Peer peer) {
            peer.send(message);
        }
    }

    static final class Daytime implements Answerer {
        @Override
        public void opened(Peer peer) {
            heard(LINES, peer);
        }

        @Override
        public void heard(byte[] message, Peer peer) {
            peer.send(DAYTIME.format(ZonedDateTime.now()).getBytes(US_ASCII));
            peer.close();
        }
    }

    /// Goes on from the open, or from the first message where it became one later.
    static final class Chargen implements Answerer {

        private boolean speaks;

        @Override
        public void opened(Peer peer) {
            speaks = true;
        }

        @Override
        public void heard(byte[] message, Peer peer) {
            speaks = true;
        }

        @Override
        public boolean speaks() {
            return speaks;
        }

        @Override
        public void speak(Peer peer) {
            peer.send(LINES);
        }
    }

    /// A datagram of up to 512 characters for each that comes.
    static final class ChargenDatagrams implements Answerer {
        @Override
        public void heard(byte[] message, Peer peer) {
            int size = ThreadLocalRandom.current().nextInt(MOST_OF_A_DATAGRAM + 1);
            peer.send(Arrays.copyOf(LINES, size));
        }
    }

    private static byte[] lines() {
        StringBuilder lines = new StringBuilder();
        for (int first = 0; first < 95; first++) {
            for (int i = 0; i < 72; i++) {
                lines.append((char) (' ' + (first + i) % 95));
            }
            lines.append("\r\n");
        }
        return lines.toString().getBytes(US_ASCII);
    }
}
