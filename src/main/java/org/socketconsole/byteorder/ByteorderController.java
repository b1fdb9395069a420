package org.socketconsole.byteorder;

import static org.socketconsole.net.Errno.EAFNOSUPPORT;
import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SyscallException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.nio.ByteOrder;

/// The functions of byteorder(3) and inet(3).
@RestController
@RequestMapping("/api/v1/byteorder")
@Tag(name = "Byteorder", description = "Byte order, and the text forms of addresses")
class ByteorderController {

    private static final long UINT32_MAX = 0xffff_ffffL;
    private static final boolean NETWORK_ORDER = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;

    private final Libc libc;

    ByteorderController(Libc libc) {
        this.libc = libc;
    }

    record LongRequest(@Schema(example = "1") @Min(0) @Max(UINT32_MAX) Long x) {}

    record ShortRequest(@Schema(example = "80") @Min(0) @Max(0xffff) Long x) {}

    record Value(long value) {}

    record AtonRequest(@Schema(example = "127.0.0.1") String ipString) {}

    record PtonRequest(
            @Schema(example = "AF_INET6") ConstantArgument family,
            @Schema(example = "::1") String ipString) {}

    record Packed(byte[] data) {}

    record NtoaRequest(@Schema(example = "fwAAAQ==") byte[] packedIp) {}

    record NtopRequest(
            @Schema(example = "AF_INET") ConstantArgument family,
            @Schema(example = "fwAAAQ==") byte[] packedIp) {}

    record IpString(@Schema(example = "127.0.0.1") String ipString) {}

    @Operation(summary = "32 bits from network to host byte order")
    @GetMapping("/ntohl")
    Value ntohl(Call call, LongRequest request) {
        return new Value(swap32(request.x));
    }

    @Operation(summary = "16 bits from network to host byte order")
    @GetMapping("/ntohs")
    Value ntohs(Call call, ShortRequest request) {
        return new Value(swap16(request.x));
    }

    @Operation(summary = "32 bits from host to network byte order")
    @GetMapping("/htonl")
    Value htonl(Call call, LongRequest request) {
        return new Value(swap32(request.x));
    }

    @Operation(summary = "16 bits from host to network byte order")
    @GetMapping("/htons")
    Value htons(Call call, ShortRequest request) {
        return new Value(swap16(request.x));
    }

    @Operation(summary = "An IPv4 address's bytes, in any form that inet_aton(3) takes")
    @GetMapping("/inet_aton")
    Packed inetAton(Call call, AtonRequest request) {
        return new Packed(requireAddress(libc.inet_aton(requireNoNul(request.ipString))));
    }

    @Operation(summary = "An address's bytes, see inet_pton(3)")
    @GetMapping("/inet_pton")
    Packed inetPton(Call call, PtonRequest request) {
        String text = requireNoNul(request.ipString);
        byte[] packed = libc.inet_pton(request.family.bits(), text);
        if (packed == null) {
            throw new SyscallException(call.name(), EAFNOSUPPORT);
        }
        return new Packed(requireAddress(packed.length == 0 ? null : packed));
    }

    @Operation(summary = "The text of an IPv4 address's bytes")
    @GetMapping("/inet_ntoa")
    IpString inetNtoa(Call call, NtoaRequest request) {
        return text(AF_INET, request.packedIp);
    }

    @Operation(summary = "The text of an address's bytes, see inet_ntop(3)")
    @GetMapping("/inet_ntop")
    IpString inetNtop(Call call, NtopRequest request) {
        int family = request.family.bits();
        if (family != AF_INET && family != AF_INET6) {
            throw new InvalidArgumentException("family", "must be AF_INET or AF_INET6");
        }
        return text(family, request.packedIp);
    }

    private IpString text(int family, byte[] packed) {
        int size = Sockaddr.hostSize(family);
        if (packed.length != size) {
            throw new InvalidArgumentException(
                    "packed_ip", "must be " + size + " bytes, in base64");
        }
        return new IpString(libc.inet_ntop(family, packed));
    }

    private static byte[] requireAddress(byte @Nullable [] packed) {
        if (packed == null) {
            throw new InvalidArgumentException("ip_string", "is no address of this family");
        }
        return packed;
    }

    private static String requireNoNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InvalidArgumentException("ip_string", "has a NUL in it");
        }
        return text;
    }

    private static long swap32(long x) {
        return NETWORK_ORDER ? x : Integer.toUnsignedLong(Integer.reverseBytes((int) x));
    }

    private static long swap16(long x) {
        return NETWORK_ORDER ? x : Short.toUnsignedInt(Short.reverseBytes((short) x));
    }
}
