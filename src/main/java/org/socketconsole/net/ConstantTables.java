package org.socketconsole.net;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Reads the tables of constants, one for each family of names, and the error numbers beside them.
final class ConstantTables {

    /// The files under `constants/`. A new one needs its name here.
    static final List<String> FILES =
            List.of(
                    """
                    AF AI ALG ARPHRD AX25 BT CAIF CAN CAN_BCM CAN_ISOTP CAN_RAW DCCP EAI
                    EPOLL ETH ETHERTYPE ETH_P H_ERRNO ICMP ICMP6 IF INADDR IOCTL IP IPPORT
                    IPPROTO IPTOS IPV6 J1939 KCM LLC MCAST MCTP MPTCP MSG NETLINK NETROM NFC
                    NI PACKET PF PHONET POLL PPPOX QRTR RDS ROSE RTNETLINK RXRPC SCM SCTP
                    SHUT SO SOCK SOF SOL SOMAXCONN SO_VM_SOCKETS TCP TIPC TLS UDP VSOCK XDP\
                    """
                            .split("\\s+"));

    private ConstantTables() {}

    static NavigableMap<String, Constant> read() {
        var constants = new TreeMap<String, Constant>();
        FILES.forEach(
                file ->
                        Table.rows("constants/" + file)
                                .forEach(row -> keep(constants, constant(row))));
        Table.rows("constants/errno").forEach(row -> keep(constants, errno(row)));
        return Collections.unmodifiableNavigableMap(constants);
    }

    private static Constant constant(String[] row) {
        var aliasOf = row[3].isEmpty() ? null : row[3];
        return new Constant(row[0], Long.parseLong(row[1]), row[4], row[2], aliasOf);
    }

    private static Constant errno(String[] row) {
        var aliasOf = row[3].isEmpty() ? null : row[3];
        return new Constant(
                row[1], Long.parseLong(row[0]), "ERRNO", "Error number: " + row[2] + ".", aliasOf);
    }

    private static void keep(NavigableMap<String, Constant> constants, Constant constant) {
        if (constants.put(constant.name(), constant) != null) {
            throw new IllegalStateException(constant.name() + " stands in two tables");
        }
    }
}
