#include <arpa/inet.h>
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
    struct sockaddr_in servaddr;
    int fd = socket(AF_INET, SOCK_DGRAM, 0);

    if (fd < 0) {
        perror("socket");
        return 1;
    }
    bzero(&servaddr, sizeof(servaddr));
    servaddr.sin_family = AF_INET;
    servaddr.sin_addr.s_addr = inet_addr("127.0.0.1");
    servaddr.sin_port = htons(PORT);
    for (;;) {
        printf("\nEnter string : ");
        fflush(stdout);
        bzero(buff, MAX);
        if (fgets(buff, MAX, stdin) == NULL)
            break;
        sendto(fd, buff, strlen(buff), 0, (struct sockaddr *)&servaddr, sizeof(servaddr));
        bzero(buff, MAX);
        if (recvfrom(fd, buff, MAX - 1, 0, NULL, NULL) < 0)
            break;
        printf("From Server : %s", buff);
        fflush(stdout);
        if (strncmp("exit", buff, 4) == 0)
            break;
    }
    return 0;
}
