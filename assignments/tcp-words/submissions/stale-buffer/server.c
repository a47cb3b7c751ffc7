#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main() {
    int s, c, yes = 1;
    char buffer[1024] = {0};
    char reply[64];
    struct sockaddr_in a;

    s = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    memset(&a, 0, sizeof(a));
    a.sin_family = AF_INET;
    a.sin_port = htons(8181);
    a.sin_addr.s_addr = htonl(INADDR_ANY);
    bind(s, (struct sockaddr *)&a, sizeof(a));
    listen(s, 5);

    while (1) {
        int i, n = 0, k = 1;
        c = accept(s, NULL, NULL);
        read(c, buffer, 1024);
        /* count the utf-8 characters */
        for (i = 0; buffer[i] != '\0'; i++)
            if ((buffer[i] & 0xC0) != 0x80) n++;
        while ((buffer[k] & 0xC0) == 0x80) k++;
        sprintf(reply, "%d %.*s", n, k, buffer);
        write(c, reply, strlen(reply));
        close(c);
    }
    return 0;
}
