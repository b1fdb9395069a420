package org.socketconsole.option;

import static org.socketconsole.net.SocketConstants.IPPROTO_TCP;
import static org.socketconsole.net.SocketConstants.TCP_INFO;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.Unlogged;
import org.socketconsole.socket.LiveSocket;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;
import java.util.Map;

/// `TCP_INFO`, field by field.
@RestController
@RequestMapping("/api/v1/sockets/{id}")
@Tag(name = "Sockets")
class TcpInfoController {

    @Operation(
            summary = "The fields of TCP_INFO, see tcp(7); null for those that this kernel lacks")
    @GetMapping("/tcp_info")
    @Unlogged
    Map<String, @Nullable BigDecimal> tcpInfo(LiveSocket socket, Call call) {
        return TcpInfo.decode(socket.getsockopt(IPPROTO_TCP, TCP_INFO, TcpInfo.BUFLEN));
    }
}
