#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main()
{
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in me, other;
    char buf[512] = "";
    char out[128];

    memset(&me, 0, sizeof me);
    me.sin_family = AF_INET;
    me.sin_port = htons(8888);
    me.sin_addr.s_addr = htonl(INADDR_ANY);
    if (bind(s, (struct sockaddr *)&me, sizeof me) == -1) {
        perror("bind");
        exit(1);
    }
    while (1) {
        socklen_t slen = sizeof other;
        double a, b;
        char op;
        printf("Waiting for data...\n");
        if (recvfrom(s, buf, sizeof buf - 1, 0, (struct sockaddr *)&other, &slen) == -1)
            continue;
        printf("Received from %s: %s\n", inet_ntoa(other.sin_addr), buf);
        if (sscanf(buf, "%lf %c %lf", &a, &op, &b) != 3)
            sprintf(out, "wrong expression");
        else if (op == '+')
            sprintf(out, "%.10g", a + b);
        else if (op == '-')
            sprintf(out, "%.10g", a - b);
        else if (op == '*')
            sprintf(out, "%.10g", a * b);
        else if (op == '/' && b != 0)
            sprintf(out, "%.10g", a / b);
        else if (op == '/')
            sprintf(out, "division by zero");
        else
            sprintf(out, "unknown operator");
        sendto(s, out, strlen(out), 0, (struct sockaddr *)&other, slen);
    }
}
