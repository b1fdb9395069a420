// The two ends of the measure of echoes: a server with a thread for each connection, and the load.
//   echo server PORT
//   echo load PORT CLIENTS SIZE SECONDS    prints messages a second that came back whole
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { PIECE = 64 * 1024 };

struct client {
    int fd;
    size_t sent, received;
};

static void die(const char *call) {
    perror(call);
    exit(1);
}

static struct sockaddr_in loopback(int port) {
    return (struct sockaddr_in){
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
}

static void *serve(void *arg) {
    int fd = (int)(intptr_t)arg;
    char *buffer = malloc(PIECE);
    for (ssize_t got; (got = recv(fd, buffer, PIECE, 0)) > 0;) {
        for (ssize_t done = 0, count; done < got; done += count) {
            count = send(fd, buffer + done, got - done, MSG_NOSIGNAL);
            if (count < 0) {
                got = 0;
                break;
            }
        }
        if (got == 0) break;
    }
    free(buffer);
    close(fd);
    return NULL;
}

static void server(int port) {
    struct sockaddr_in address = loopback(port);
    int on = 1, listener = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0) die("bind");
    if (listen(listener, SOMAXCONN) < 0) die("listen");
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        pthread_t thread;
        if (fd < 0) die("accept");
        if (pthread_create(&thread, NULL, serve, (void *)(intptr_t)fd) != 0) die("pthread_create");
        pthread_detach(thread);
    }
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static void say(struct client *client, const char *message, size_t size) {
    while (client->sent < size) {
        ssize_t count = send(client->fd, message + client->sent, size - client->sent, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count < 0 && errno == EAGAIN) return;
        if (count < 0) die("send");
        client->sent += count;
    }
}

// Whether the whole message came back.
static int hear(struct client *client, char *buffer, size_t size) {
    while (client->received < size) {
        ssize_t count = recv(client->fd, buffer, size - client->received, MSG_DONTWAIT);
        if (count < 0 && errno == EAGAIN) return 0;
        if (count <= 0) die("recv");
        client->received += count;
    }
    return 1;
}

static void load(int port, int count, size_t size, double seconds) {
    struct sockaddr_in address = loopback(port);
    struct client *clients = calloc(count, sizeof *clients);
    char *message = calloc(1, size), *buffer = malloc(size);
    int poller = epoll_create1(0), on = 1;
    long messages = 0;
    for (int i = 0; i < count; i++) {
        clients[i].fd = socket(AF_INET, SOCK_STREAM, 0);
        if (connect(clients[i].fd, (struct sockaddr *)&address, sizeof address) < 0) die("connect");
        setsockopt(clients[i].fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = &clients[i]};
        if (epoll_ctl(poller, EPOLL_CTL_ADD, clients[i].fd, &event) < 0) die("epoll_ctl");
    }
    double start = now(), end = start + seconds;
    while (now() < end) {
        struct epoll_event events[64];
        int ready = epoll_wait(poller, events, 64, 1000);
        for (int i = 0; i < ready; i++) {
            struct client *client = events[i].data.ptr;
            say(client, message, size);
            while (hear(client, buffer, size)) {
                messages++;
                client->sent = client->received = 0;
                say(client, message, size);
            }
        }
    }
    printf("%.1f\n", messages / (now() - start));
}

int main(int count, char **arguments) {
    if (count == 3 && strcmp(arguments[1], "server") == 0) {
        server(atoi(arguments[2]));
    } else if (count == 6 && strcmp(arguments[1], "load") == 0) {
        load(atoi(arguments[2]), atoi(arguments[3]), atoi(arguments[4]), atof(arguments[5]));
    } else {
        fprintf(stderr, "echo server PORT | echo load PORT CLIENTS SIZE SECONDS\n");
        return 2;
    }
    return 0;
}
