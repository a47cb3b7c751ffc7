#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

#define PORT 8080
#define MAXLINE 1024

int main(void)
{
    int sockfd;
    char buffer[MAXLINE];
    char reply[MAXLINE];
    struct sockaddr_in servaddr, cliaddr;

    if ((sockfd = socket(AF_INET, SOCK_DGRAM, 0)) < 0) {
        perror("socket creation failed");
        exit(EXIT_FAILURE);
    }
    memset(&servaddr, 0, sizeof(servaddr));
    servaddr.sin_family = AF_INET;
    servaddr.sin_addr.s_addr = INADDR_ANY;
    servaddr.sin_port = htons(PORT);
    if (bind(sockfd, (const struct sockaddr *)&servaddr, sizeof(servaddr)) < 0) {
        perror("bind failed");
        exit(EXIT_FAILURE);
    }

    for (;;) {
        socklen_t len = sizeof(cliaddr);
        double a, b;
        char op;
        ssize_t n = recvfrom(sockfd, buffer, MAXLINE - 1, 0, (struct sockaddr *)&cliaddr, &len);
        if (n < 0)
            continue;
        buffer[n] = '\0';
        printf("Client : %s\n", buffer);
        if (sscanf(buffer, "%lf %c %lf", &a, &op, &b) != 3
            && sscanf(buffer, " ( %c , %lf , %lf )", &op, &a, &b) != 3) {
            strcpy(reply, "error: cannot read the computation");
        } else if (op == '+') {
            snprintf(reply, sizeof reply, "%.10g", a + b);
        } else if (op == '-') {
            snprintf(reply, sizeof reply, "%.10g", a - b);
        } else if (op == '*') {
            snprintf(reply, sizeof reply, "%.10g", a * b);
        } else if (op == '/' && b == 0) {
            strcpy(reply, "error: division by zero");
        } else if (op == '/') {
            snprintf(reply, sizeof reply, "%.10g", a / b);
        } else {
            strcpy(reply, "error: unknown operator");
        }
        sendto(sockfd, reply, strlen(reply), 0, (const struct sockaddr *)&cliaddr, len);
    }
}
