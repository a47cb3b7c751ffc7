/* A chat over UDP, the client: sends the lines that its user types, and shows the answers. */
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

    /* Step 1: Ask the user for a line: fgets(…) keeps the newline at its end: take it off. */

    /* Step 2: Send the line to the server in one datagram: sendto(…) takes the pointer to server
     *         and its size. */

    /* Step 3: Wait for the answer, and print it as text: recvfrom(…) gives the length and fills in
     *         the address of the sender. */

    /* Step 4: Begin again with the next line. How does your chat end: with a word such as bye, or
     *         at the end of the input? */

    return 0;
}
