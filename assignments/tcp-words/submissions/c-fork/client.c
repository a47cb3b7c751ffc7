#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[]) {
    char word[256] = "", answer[600];

    if (argc > 1) {
        strncpy(word, argv[1], sizeof word - 1);
    } else {
        printf("Enter the word: ");
        fflush(stdout);
        if (scanf("%255s", word) != 1)
            return 1;
    }

    int s = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in to;
    memset(&to, 0, sizeof to);
    to.sin_family = AF_INET;
    to.sin_port = htons(8080);
    inet_pton(AF_INET, "127.0.0.1", &to.sin_addr);
    if (connect(s, (struct sockaddr *)&to, sizeof to) != 0) {
        perror("connect");
        return 1;
    }
    send(s, word, strlen(word), 0);
    ssize_t n = recv(s, answer, sizeof answer - 1, 0);
    if (n > 0) {
        answer[n] = 0;
        printf("Answer: %s\n", answer);
    }
    close(s);
    return 0;
}
