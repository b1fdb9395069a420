/* The C side of the comparison: the same calls, in loops that answer nanoseconds per round. */
#include <sys/socket.h>
#include <time.h>

static double nanos(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1e9 + now.tv_nsec;
}

double loop_getsockopt(int fd, int rounds) {
    double start = nanos();
    for (int i = 0; i < rounds; i++) {
        int value;
        socklen_t length = sizeof value;
        getsockopt(fd, SOL_SOCKET, SO_RCVBUF, &value, &length);
    }
    return (nanos() - start) / rounds;
}

double loop_send_recv(int sender, int receiver, int rounds) {
    char data[64] = {0};
    double start = nanos();
    for (int i = 0; i < rounds; i++) {
        send(sender, data, sizeof data, MSG_NOSIGNAL | MSG_DONTWAIT);
        recv(receiver, data, sizeof data, MSG_DONTWAIT);
    }
    return (nanos() - start) / rounds;
}
