/* Date and time over UDP, the client: asks the server for date and time and prints its answer. */
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

    /* Step 1: Send a request (for example "hey server, Set my time") to the server: sendto(…) takes
     *         the pointer to server and its size. */

    /* Step 2: Wait for the answer: recvfrom(…) gives the length and fills in the address of the
     *         sender. */

    /* Step 3: Print the time that came, as text. Print it as it is: the server may write it in any
     *         way. */

    /* Step 4: Close the socket, so that the program ends. */

    return 0;
}
