#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main() {
    const char *words[4] = {"strawberry", "banana", "plum", "fig"};
    int i;
    for (i = 0; i < 4; i++) {
        char answer[64] = {0};
        struct sockaddr_in a;
        int s = socket(AF_INET, SOCK_STREAM, 0);
        memset(&a, 0, sizeof(a));
        a.sin_family = AF_INET;
        a.sin_port = htons(8181);
        a.sin_addr.s_addr = inet_addr("127.0.0.1");
        if (connect(s, (struct sockaddr *)&a, sizeof(a)) < 0) {
            perror("connect");
            return 1;
        }
        write(s, words[i], strlen(words[i]));
        read(s, answer, sizeof(answer) - 1);
        printf("%s -> %s\n", words[i], answer);
        close(s);
    }
    return 0;
}
