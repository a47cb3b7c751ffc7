#include <arpa/inet.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#define PORT 5550

/* Answers everybody; the main thread is not needed any more. */
void *serve(void *unused) {
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in me, from;
    char text[2049];
    const char *hello = "Hello Client";

    memset(&me, 0, sizeof me);
    me.sin_family = AF_INET;
    me.sin_port = htons(PORT);
    me.sin_addr.s_addr = htonl(INADDR_ANY);
    if (bind(sock, (struct sockaddr *)&me, sizeof me) < 0) {
        perror("bind");
        return NULL;
    }
    for (;;) {
        socklen_t size = sizeof from;
        ssize_t n = recvfrom(sock, text, sizeof text - 1, 0, (struct sockaddr *)&from, &size);
        if (n < 0) break;
        text[n] = '\0';
        printf("%s\n", text);
        fflush(stdout);
        sendto(sock, hello, strlen(hello), 0, (struct sockaddr *)&from, size);
    }
    return NULL;
}

int main(void) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, serve, NULL) != 0) return 1;
    pthread_exit(NULL);
}
