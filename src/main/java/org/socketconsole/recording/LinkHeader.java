package org.socketconsole.recording;

/// Where the packet of IP begins in those of a link, for the LINKTYPE_ values that captures of IP
/// have.
final class LinkHeader {

    private static final int NULL = 0;
    private static final int ETHERNET = 1;
    private static final int RAW = 101;
    private static final int RAW_OF_BSD = 12;
    private static final int LOOP = 108;
    private static final int LINUX_SLL = 113;
    private static final int IPV4 = 228;
    private static final int IPV6 = 229;
    private static final int LINUX_SLL2 = 276;

    private static final int ETH_P_IP = 0x0800;
    private static final int ETH_P_IPV6 = 0x86dd;
    private static final int ETH_P_8021Q = 0x8100;
    private static final int ETH_P_8021AD = 0x88a8;

    private LinkHeader() {}

    /// Below zero where what follows is no IP.
    static int length(int link, byte[] packet) {
        return switch (link) {
            case RAW, RAW_OF_BSD, IPV4, IPV6 -> 0;
            case NULL, LOOP -> 4;
            case ETHERNET -> behindType(packet, 12);
            case LINUX_SLL -> behindType(packet, 14);
            case LINUX_SLL2 -> isIp(type(packet, 0)) ? 20 : -1;
            default -> -1;
        };
    }

    /// The tag of a VLAN stands before the type of what follows.
    private static int behindType(byte[] packet, int at) {
        int place = at;
        while (type(packet, place) == ETH_P_8021Q || type(packet, place) == ETH_P_8021AD) {
            place += 4;
        }
        return isIp(type(packet, place)) ? place + 2 : -1;
    }

    private static boolean isIp(int type) {
        return type == ETH_P_IP || type == ETH_P_IPV6;
    }

    private static int type(byte[] packet, int at) {
        return at + 2 > packet.length ? 0 : (packet[at] & 0xff) << 8 | packet[at + 1] & 0xff;
    }
}
