/*
 * A calculator over UDP, the client: sends its user's computation to the server and prints the
 * result.
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
    char buffer[1025];

    /* Step 1: Ask the user for a computation such as 5 + 6: fgets(…) keeps the newline at its end:
     *         take it off. */

    /* Step 2: Send it to the server, in the form that your server understands: sendto(…) takes the
     *         pointer to server and its size. */

    /* Step 3: Wait for the result: recvfrom(…) gives the length and fills in the address of the
     *         sender. */

    /* Step 4: Print the result that the server sent, as text. The client computes nothing itself. */

    /* Step 5: Close the socket, so that the program ends. */

    return 0;
}
