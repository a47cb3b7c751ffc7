#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

#define PORT 8080

/* a character in UTF-8 starts with a byte that is not 10xxxxxx */
static int count_chars(const char *s) {
    int n = 0;
    for (; *s; s++)
        if ((*s & 0xC0) != 0x80)
            n++;
    return n;
}

static int first_len(const char *s) {
    int n = 1;
    while ((s[n] & 0xC0) == 0x80)
        n++;
    return n;
}

int main(void) {
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    int yes = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    struct sockaddr_in addr;
    memset(&addr, 0, sizeof addr);
    addr.sin_family = AF_INET;
    addr.sin_addr.s_addr = INADDR_ANY;
    addr.sin_port = htons(PORT);
    if (bind(fd, (struct sockaddr *)&addr, sizeof addr) < 0) {
        perror("bind");
        return 1;
    }
    listen(fd, 10);
    signal(SIGCHLD, SIG_IGN);
    printf("waiting on port %d\n", PORT);

    for (;;) {
        int c = accept(fd, NULL, NULL);
        if (c < 0)
            continue;
        if (fork() == 0) {
            char word[512], reply[600];
            close(fd);
            ssize_t n = recv(c, word, sizeof word - 1, 0);
            if (n > 0) {
                word[n] = '\0';
                word[strcspn(word, "\r\n")] = '\0';
                snprintf(reply, sizeof reply, "%d %.*s", count_chars(word), first_len(word), word);
                send(c, reply, strlen(reply), 0);
            }
            close(c);
            exit(0);
        }
        close(c);
    }
}
