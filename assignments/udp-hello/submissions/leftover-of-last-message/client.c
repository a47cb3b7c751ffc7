#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in srv = {0}, from;
    socklen_t len = sizeof(from);
    char buf[1024];
    const char *msg = "hello Server";

    srv.sin_family = AF_INET;
    srv.sin_port = htons(8888);
    inet_aton("127.0.0.1", &srv.sin_addr);

    sendto(s, msg, strlen(msg), 0, (struct sockaddr *)&srv, sizeof(srv));
    ssize_t n = recvfrom(s, buf, sizeof(buf) - 1, 0, (struct sockaddr *)&from, &len);
    if (n < 0) {
        perror("recvfrom");
        return 1;
    }
    buf[n] = 0;
    printf("%s\nfrom %s:%d\n", buf, inet_ntoa(from.sin_addr), ntohs(from.sin_port));
    close(s);
    return 0;
}
