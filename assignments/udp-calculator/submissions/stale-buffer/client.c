#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main()
{
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in server;
    char line[512], answer[512];

    memset(&server, 0, sizeof server);
    server.sin_family = AF_INET;
    server.sin_port = htons(8888);
    server.sin_addr.s_addr = inet_addr("127.0.0.1");
    while (1) {
        int n;
        printf("Enter expression : ");
        fflush(stdout);
        if (!fgets(line, sizeof line, stdin))
            break;
        line[strcspn(line, "\n")] = 0;
        sendto(s, line, strlen(line), 0, (struct sockaddr *)&server, sizeof server);
        n = recvfrom(s, answer, sizeof answer - 1, 0, NULL, NULL);
        if (n < 0)
            break;
        answer[n] = 0;
        puts(answer);
    }
    close(s);
    return 0;
}
