package org.socketconsole.option;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `struct tcp_info` of linux/tcp.h, without the prefix `tcpi_`. Kernels differ in how much of it
/// they have.
///
/// The word at offset 276 is left out: Linux 6.18 has `accecn_fail_mode` and `accecn_opt_seen`
/// there, and its successors have bit-fields of the same names in other places.
final class TcpInfo {

    /// More than any kernel fills.
    static final int BUFLEN = 1024;

    /// Where a field lies: the offset and size of its bytes, and its bits among them.
    record Field(String name, int offset, int size, int shift, int bits) {

        Field(String name, int offset, int size) {
            this(name, offset, size, 0, size * Byte.SIZE);
        }

        /// Bits of one byte, counted as a little-endian compiler lays them out.
        Field(String name, int offset, int shift, int bits) {
            this(name, offset, 1, shift, bits);
        }

        private @Nullable BigDecimal read(byte[] struct) {
            if (struct.length < offset + size) {
                return null;
            }
            BigInteger number = BigInteger.ZERO;
            for (int i = size - 1; i >= 0; i--) {
                number =
                        number.shiftLeft(Byte.SIZE)
                                .or(BigInteger.valueOf(struct[offset + i] & 0xff));
            }
            return new BigDecimal(number.shiftRight(shift).mod(BigInteger.TWO.pow(bits)));
        }
    }

    static final List<Field> FIELDS =
            List.of(
                    new Field("state", 0, 1),
                    new Field("ca_state", 1, 1),
                    new Field("retransmits", 2, 1),
                    new Field("probes", 3, 1),
                    new Field("backoff", 4, 1),
                    new Field("options", 5, 1),
                    new Field("snd_wscale", 6, 0, 4),
                    new Field("rcv_wscale", 6, 4, 4),
                    new Field("delivery_rate_app_limited", 7, 0, 1),
                    new Field("fastopen_client_fail", 7, 1, 2),
                    new Field("rto", 8, 4),
                    new Field("ato", 12, 4),
                    new Field("snd_mss", 16, 4),
                    new Field("rcv_mss", 20, 4),
                    new Field("unacked", 24, 4),
                    new Field("sacked", 28, 4),
                    new Field("lost", 32, 4),
                    new Field("retrans", 36, 4),
                    new Field("fackets", 40, 4),
                    new Field("last_data_sent", 44, 4),
                    new Field("last_ack_sent", 48, 4),
                    new Field("last_data_recv", 52, 4),
                    new Field("last_ack_recv", 56, 4),
                    new Field("pmtu", 60, 4),
                    new Field("rcv_ssthresh", 64, 4),
                    new Field("rtt", 68, 4),
                    new Field("rttvar", 72, 4),
                    new Field("snd_ssthresh", 76, 4),
                    new Field("snd_cwnd", 80, 4),
                    new Field("advmss", 84, 4),
                    new Field("reordering", 88, 4),
                    new Field("rcv_rtt", 92, 4),
                    new Field("rcv_space", 96, 4),
                    new Field("total_retrans", 100, 4),
                    new Field("pacing_rate", 104, 8),
                    new Field("max_pacing_rate", 112, 8),
                    new Field("bytes_acked", 120, 8),
                    new Field("bytes_received", 128, 8),
                    new Field("segs_out", 136, 4),
                    new Field("segs_in", 140, 4),
                    new Field("notsent_bytes", 144, 4),
                    new Field("min_rtt", 148, 4),
                    new Field("data_segs_in", 152, 4),
                    new Field("data_segs_out", 156, 4),
                    new Field("delivery_rate", 160, 8),
                    new Field("busy_time", 168, 8),
                    new Field("rwnd_limited", 176, 8),
                    new Field("sndbuf_limited", 184, 8),
                    new Field("delivered", 192, 4),
                    new Field("delivered_ce", 196, 4),
                    new Field("bytes_sent", 200, 8),
                    new Field("bytes_retrans", 208, 8),
                    new Field("dsack_dups", 216, 4),
                    new Field("reord_seen", 220, 4),
                    new Field("rcv_ooopack", 224, 4),
                    new Field("snd_wnd", 228, 4),
                    new Field("rcv_wnd", 232, 4),
                    new Field("rehash", 236, 4),
                    new Field("total_rto", 240, 2),
                    new Field("total_rto_recoveries", 242, 2),
                    new Field("total_rto_time", 244, 4),
                    new Field("received_ce", 248, 4),
                    new Field("delivered_e1_bytes", 252, 4),
                    new Field("delivered_e0_bytes", 256, 4),
                    new Field("delivered_ce_bytes", 260, 4),
                    new Field("received_e1_bytes", 264, 4),
                    new Field("received_e0_bytes", 268, 4),
                    new Field("received_ce_bytes", 272, 4));

    private TcpInfo() {}

    /// Null for the fields that lie beyond the struct. Decimals have room for the 64 bits without a
    /// sign, also in a client that is made from the description.
    static Map<String, @Nullable BigDecimal> decode(byte[] struct) {
        Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
        FIELDS.forEach(field -> values.put(field.name, field.read(struct)));
        return values;
    }
}
