// What a relay costs that does nothing else: one connection, 64 KiB at a time.
//   relay PORT TARGET up|down    from the client, or to it
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static struct sockaddr_in loopback(int port) {
    return (struct sockaddr_in){
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
}

static void die(const char *call) {
    perror(call);
    exit(1);
}

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    struct sockaddr_in here = loopback(atoi(argv[1])), there = loopback(atoi(argv[2]));
    int on = 1, listener = socket(AF_INET, SOCK_STREAM, 0), target = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(listener, (struct sockaddr *)&here, sizeof here) < 0) die("bind");
    if (listen(listener, 1) < 0) die("listen");
    int client = accept(listener, NULL, NULL);
    if (client < 0) die("accept");
    if (connect(target, (struct sockaddr *)&there, sizeof there) < 0) die("connect");
    int up = strcmp(argv[3], "up") == 0, in = up ? client : target, out = up ? target : client;
    static char buffer[64 * 1024];
    for (ssize_t got; (got = recv(in, buffer, sizeof buffer, 0)) > 0;)
        for (ssize_t done = 0, count; done < got; done += count)
            if ((count = send(out, buffer + done, got - done, MSG_NOSIGNAL)) < 0) return 1;
    return 0;
}
