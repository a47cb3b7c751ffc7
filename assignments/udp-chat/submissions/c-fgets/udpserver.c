#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

#define PORT 43454
#define MAX 2000

int main(void)
{
    char buff[MAX];
    struct sockaddr_in servaddr, cli;
    int fd = socket(AF_INET, SOCK_DGRAM, 0);

    bzero(&servaddr, sizeof(servaddr));
    servaddr.sin_family = AF_INET;
    servaddr.sin_addr.s_addr = htonl(INADDR_ANY);
    servaddr.sin_port = htons(PORT);
    if (fd < 0 || bind(fd, (struct sockaddr *)&servaddr, sizeof(servaddr)) != 0) {
        perror("server");
        return 1;
    }
    for (;;) {
        socklen_t clen = sizeof(cli);
        bzero(buff, MAX);
        if (recvfrom(fd, buff, MAX - 1, 0, (struct sockaddr *)&cli, &clen) < 0)
            return 1;
        printf("From client: %s\tTo client: ", buff);
        fflush(stdout);
        bzero(buff, MAX);
        if (fgets(buff, MAX, stdin) == NULL)
            return 0;
        sendto(fd, buff, strlen(buff), 0, (struct sockaddr *)&cli, clen);
        if (strncmp("exit", buff, 4) == 0) {
            printf("Server Exit...\n");
            return 0;
        }
    }
}
