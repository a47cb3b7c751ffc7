/*
 * A chat over UDP, the server: shows each line that arrives, and sends back what its user answers.
 */
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

        /* Step 1: Make text of the bytes in the datagram, and print it: the buffer has no end mark
         *         yet: set buffer[length] = '\0'. */

        /* Step 2: Ask the user for an answer: fgets(…) keeps the newline at its end: take it off. */

        /* Step 3: Send the answer to the address that the datagram came from: sendto(…) takes the
         *         pointer to sender and sender_size. */
    }
}
