/* A calculator over UDP, the server: answers each computation with its result. */
#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define HOST "127.0.0.1"
#define PORT 5550

int main(void) {
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in server = {0};
    server.sin_family = AF_INET;
    server.sin_port = htons(PORT);
    inet_pton(AF_INET, HOST, &server.sin_addr);
    if (bind(s, (struct sockaddr *)&server, sizeof server) != 0) {
        perror("bind");
        return 1;
    }
    printf("Waiting for datagrams on port %d\n", PORT);

    for (;;) {
        char buffer[1025];
        struct sockaddr_in sender;
        socklen_t sender_size = sizeof sender;
        ssize_t length = recvfrom(s, buffer, sizeof buffer - 1, 0, (struct sockaddr *)&sender, &sender_size);
        if (length < 0) {
            perror("recvfrom");
            continue;
        }

        /* Step 1: Make text of the bytes in the datagram: the buffer has no end mark yet: set
         *         buffer[length] = '\0'. */

        /* Step 2: Take the request apart: first number, operator, second number. Decide how your
         *         two programs write it: 5 + 6 or (+, 5, 6). Numbers may be negative, or decimals
         *         such as 2.5. */

        /* Step 3: Compute the result for + - * and /. Note that 7 / 2 is 3.5. */

        /* Step 4: What if the request makes no sense, or divides by zero? Choose an answer in
         *         words: the server must live on. */

        /* Step 5: Send the result, as text, to the address that the request came from: sendto(…)
         *         takes the pointer to sender and sender_size. */
    }
}
