#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <netinet/in.h>
#include <arpa/inet.h>

int main() {
    int sd = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in server = {0};
    server.sin_family = AF_INET;
    server.sin_port = htons(3388);
    server.sin_addr.s_addr = inet_addr("127.0.0.1");

    char *m = "hey server, Set my time", buf[200];
    sendto(sd, m, strlen(m), 0, (struct sockaddr *)&server, sizeof(server));
    int n = recvfrom(sd, buf, sizeof(buf) - 1, 0, NULL, NULL);
    buf[n] = 0;
    printf("the time is %s\n", buf);
    return 0;
}
