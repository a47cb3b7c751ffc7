#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <sys/types.h>
#include <sys/socket.h>
#include <netinet/in.h>
#include <arpa/inet.h>

#define PORT 13000

int main(int argc, char *argv[])
{
    int listenfd = 0, connfd = 0;
    struct sockaddr_in serv_addr;
    char buff[1025];

    listenfd = socket(AF_INET, SOCK_STREAM, 0);
    memset(&serv_addr, 0, sizeof(serv_addr));
    serv_addr.sin_family = AF_INET;
    serv_addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    serv_addr.sin_port = htons(PORT);

    if (bind(listenfd, (struct sockaddr *)&serv_addr, sizeof(serv_addr)) < 0) {
        perror("bind");
        exit(1);
    }
    listen(listenfd, 10);
    printf("listening on port %d\n", PORT);

    while (1) {
        connfd = accept(listenfd, (struct sockaddr *)NULL, NULL);
        int n = read(connfd, buff, sizeof(buff) - 1);
        if (n > 0) {
            buff[n] = 0;
            printf("%s\n", buff);
        }
        time_t ticks = time(NULL);
        strftime(buff, sizeof(buff), "%I:%M:%S %p", localtime(&ticks));
        write(connfd, buff, strlen(buff));
        close(connfd);
    }
}
