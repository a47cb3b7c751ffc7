/* The time over TCP, the client: asks the server for the time and prints its answer. */
#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define HOST "127.0.0.1"
#define PORT 5550

int main(void) {
    int s = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in server = {0};
    server.sin_family = AF_INET;
    server.sin_port = htons(PORT);
    inet_pton(AF_INET, HOST, &server.sin_addr);
    if (connect(s, (struct sockaddr *)&server, sizeof server) != 0) {
        perror("connect");
        return 1;
    }
    char buffer[1025];

    /* Step 1: Send a request (for example "hey server, Set my time"): send(s, …). */

    /* Step 2: Receive the answer until the server closes the connection: recv(s, …) gives a part;
     *         the length 0 is the end. */

    /* Step 3: Print the time that came, as text. Print it as it is: the server may write it in any
     *         way. */

    /* Step 4: Close the connection: close(s). */

    return 0;
}
