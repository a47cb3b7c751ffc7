#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <netinet/in.h>
#include <arpa/inet.h>

int main() {
    int sd = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in server = {0}, client;
    server.sin_family = AF_INET;
    server.sin_port = htons(3388);
    server.sin_addr.s_addr = inet_addr("127.0.0.1");
    if (bind(sd, (struct sockaddr *)&server, sizeof(server)) < 0) { perror("bind"); return 1; }

    char buf[200];
    socklen_t len = sizeof(client);
    int n = recvfrom(sd, buf, sizeof(buf) - 1, 0, (struct sockaddr *)&client, &len);
    buf[n] = 0;
    printf("client: %s\n", buf);

    char *t = "Mon Mar  9 14:05:59 2026";
    sendto(sd, t, strlen(t), 0, (struct sockaddr *)&client, len);
    return 0;
}
