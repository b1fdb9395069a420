package org.socketconsole.testing;

import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A name server of the tests' own, which does what the name says that it is asked for.
public final class NameServer implements AutoCloseable {

    private static final int TTL = 300;
    private static final int MANY = 200;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Map<Name, Integer> asked = new ConcurrentHashMap<>();

    public NameServer() throws IOException {
        tcp = Peers.server();
        udp = new DatagramSocket(new InetSocketAddress(Peers.loopback(), tcp.getLocalPort()));
        Thread.ofVirtual().start(() -> untilClosed(this::answerDatagram));
        Thread.ofVirtual().start(() -> untilClosed(this::answerConnection));
    }

    public int port() {
        return tcp.getLocalPort();
    }

    /// How many datagrams asked for the name.
    public int asked(String name) throws IOException {
        return asked.getOrDefault(Name.fromString(name, Name.root), 0);
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }

    private interface Turn {
        void run() throws IOException;
    }

    private void untilClosed(Turn turn) {
        try {
            while (!udp.isClosed()) {
                turn.run();
            }
        } catch (SocketException closed) {
            // The test is over.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void answerDatagram() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        udp.receive(packet);
        Message question = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
        int times = asked.merge(question.getQuestion().getName(), 1, Integer::sum);
        SocketAddress client = packet.getSocketAddress();
        switch (label(question)) {
            case "silent" -> {}
            case "late" -> {
                if (times > 1) {
                    send(one(question), client);
                }
            }
            case "liar" -> {
                lie(question, client);
                send(one(question), client);
            }
            case "false" -> lie(question, client);
            case "cut", "ends" -> {
                Message cut = answer(question);
                cut.getHeader().setFlag(Flags.TC);
                send(cut, client);
            }
            case "missing" -> send(missing(question), client);
            case "six" -> {
                Message answer = answer(question);
                answer.addRecord(six(question), Section.ANSWER);
                send(answer, client);
            }
            case "unasked" -> send(withoutQuestion(one(question)), client);
            case "puzzled" -> send(withoutQuestion(puzzled(question)), client);
            default -> send(one(question), client);
        }
    }

    /// Another number, another question and no message at all.
    private void lie(Message question, SocketAddress client) throws IOException {
        Message number = one(question);
        number.getHeader().setID(question.getHeader().getID() ^ 1);
        send(number, client);
        Message other = Message.newQuery(Record.newRecord(name("other.test."), 1, DClass.IN));
        other.getHeader().setID(question.getHeader().getID());
        send(one(other), client);
        udp.send(new DatagramPacket(new byte[] {1, 2, 3}, 3, client));
    }

    private void answerConnection() throws IOException {
        try (Socket client = tcp.accept()) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            Message question = new Message(in.readNBytes(in.readUnsignedShort()));
            if (!label(question).equals("ends")) {
                byte[] wire = many(question).toWire();
                DataOutputStream out = new DataOutputStream(client.getOutputStream());
                out.writeShort(wire.length);
                out.write(wire);
            }
        }
    }

    private void send(Message answer, SocketAddress client) throws IOException {
        byte[] wire = answer.toWire();
        udp.send(new DatagramPacket(wire, wire.length, client));
    }

    private static Message many(Message question) throws IOException {
        Message answer = answer(question);
        for (int i = 0; i < MANY; i++) {
            answer.addRecord(address(question, "192.0.2." + i), Section.ANSWER);
        }
        return answer;
    }

    private static Message one(Message question) throws IOException {
        Message answer = answer(question);
        answer.addRecord(address(question, "192.0.2.1"), Section.ANSWER);
        return answer;
    }

    private static Message missing(Message question) throws IOException {
        Message answer = answer(question);
        answer.getHeader().setRcode(Rcode.NXDOMAIN);
        Name zone = name("test.");
        answer.addRecord(
                new SOARecord(zone, DClass.IN, TTL, zone, zone, 1, 2, 3, 4, 5), Section.AUTHORITY);
        return answer;
    }

    private static Message puzzled(Message question) {
        Message answer = answer(question);
        answer.getHeader().setRcode(Rcode.FORMERR);
        return answer;
    }

    private static Message withoutQuestion(Message answer) {
        answer.removeAllRecords(Section.QUESTION);
        return answer;
    }

    private static Message answer(Message question) {
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        return answer;
    }

    private static ARecord address(Message question, String literal) throws IOException {
        return new ARecord(
                question.getQuestion().getName(), DClass.IN, TTL, InetAddress.ofLiteral(literal));
    }

    private static AAAARecord six(Message question) throws IOException {
        return new AAAARecord(
                question.getQuestion().getName(),
                DClass.IN,
                TTL,
                InetAddress.ofLiteral("2001:db8::1"));
    }

    private static String label(Message question) {
        return question.getQuestion().getName().getLabelString(0);
    }

    private static Name name(String text) throws IOException {
        return Name.fromString(text);
    }
}
