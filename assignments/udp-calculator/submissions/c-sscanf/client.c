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
    char line[MAXLINE], buffer[MAXLINE];
    struct sockaddr_in servaddr;
    int sockfd = socket(AF_INET, SOCK_DGRAM, 0);

    if (sockfd < 0) {
        perror("socket");
        return 1;
    }
    memset(&servaddr, 0, sizeof(servaddr));
    servaddr.sin_family = AF_INET;
    servaddr.sin_port = htons(PORT);
    inet_pton(AF_INET, "127.0.0.1", &servaddr.sin_addr);

    printf("Enter a computation: ");
    fflush(stdout);
    if (fgets(line, sizeof line, stdin) == NULL)
        return 0;
    line[strcspn(line, "\r\n")] = '\0';
    sendto(sockfd, line, strlen(line), 0, (struct sockaddr *)&servaddr, sizeof servaddr);
    ssize_t n = recvfrom(sockfd, buffer, MAXLINE - 1, 0, NULL, NULL);
    if (n < 0) {
        perror("recvfrom");
        return 1;
    }
    buffer[n] = '\0';
    printf("Server : %s\n", buffer);
    close(sockfd);
    return 0;
}
