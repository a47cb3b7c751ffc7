#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

int main(void) {
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    int yes = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);

    struct sockaddr_in addr = {0};
    addr.sin_family = AF_INET;
    addr.sin_port = htons(4950);
    addr.sin_addr.s_addr = INADDR_ANY;
    if (bind(listener, (struct sockaddr *)&addr, sizeof addr) || listen(listener, 5)) {
        perror("server");
        return 1;
    }

    time_t now = 0;
    char buf[512];
    for (;;) {
        int c = accept(listener, NULL, NULL);
        ssize_t n = read(c, buf, sizeof buf);
        printf("request of %zd bytes\n", n);
        struct tm *t = localtime(&now);
        snprintf(buf, sizeof buf, "%02d:%02d:%02d", t->tm_hour, t->tm_min, t->tm_sec);
        write(c, buf, strlen(buf));
        close(c);
    }
}
