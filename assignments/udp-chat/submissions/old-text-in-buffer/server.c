#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

int main()
{
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    char message[2048] = {0};
    char answer[2048];
    struct sockaddr_in addr = {0}, client;

    addr.sin_family = AF_INET;
    addr.sin_port = htons(2222);
    addr.sin_addr.s_addr = INADDR_ANY;
    if (bind(sock, (struct sockaddr *)&addr, sizeof addr) < 0) {
        perror("bind");
        return 1;
    }
    while (1) {
        socklen_t size = sizeof client;
        recvfrom(sock, message, sizeof message - 1, 0, (struct sockaddr *)&client, &size);
        printf("Client: %s\n", message);
        printf("You: ");
        fflush(stdout);
        if (!fgets(answer, sizeof answer, stdin))
            break;
        answer[strcspn(answer, "\n")] = 0;
        sendto(sock, answer, strlen(answer), 0, (struct sockaddr *)&client, size);
    }
    return 0;
}
