#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in me = {0}, other;
    socklen_t slen = sizeof(other);
    char buf[1024] = {0};

    me.sin_family = AF_INET;
    me.sin_port = htons(8888);
    me.sin_addr.s_addr = htonl(INADDR_ANY);
    if (bind(s, (struct sockaddr *)&me, sizeof(me)) == -1) {
        perror("bind");
        return 1;
    }

    while (1) {
        printf("Waiting for data...\n");
        fflush(stdout);
        if (recvfrom(s, buf, sizeof(buf) - 1, 0, (struct sockaddr *)&other, &slen) == -1) {
            perror("recvfrom");
            return 1;
        }
        printf("Data: %s\n", buf);
        fflush(stdout);
        sendto(s, "Hello Client", 12, 0, (struct sockaddr *)&other, slen);
    }
}
