#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

int main()
{
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    char line[2048];
    struct sockaddr_in server = {0};

    server.sin_family = AF_INET;
    server.sin_port = htons(2222);
    server.sin_addr.s_addr = inet_addr("127.0.0.1");
    while (1) {
        printf("You: ");
        fflush(stdout);
        if (!fgets(line, sizeof line, stdin))
            break;
        line[strcspn(line, "\n")] = 0;
        sendto(sock, line, strlen(line), 0, (struct sockaddr *)&server, sizeof server);
        int n = recvfrom(sock, line, sizeof line - 1, 0, NULL, NULL);
        if (n < 0)
            break;
        line[n] = 0;
        printf("Server: %s\n", line);
    }
    return 0;
}
