/* The time over TCP, the server: tells every client that connects the current time. */
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

    /* Without this, a restarted server may have to wait for a minute until it gets its port again. */
    int yes = 1;
    setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(s, (struct sockaddr *)&server, sizeof server) != 0) {
        perror("bind");
        return 1;
    }
    if (listen(s, 5) != 0) {
        perror("listen");
        return 1;
    }
    printf("Waiting for clients on port %d\n", PORT);

    for (;;) {
        /* For each client, accept gives a socket of its own. */
        int client = accept(s, NULL, NULL);
        if (client < 0) {
            perror("accept");
            continue;
        }
        char buffer[1025];

        /* Step 1: Receive the client's request, whatever it says: recv(client, buffer, sizeof
         *         buffer - 1, 0) gives the length. */

        /* Step 2: Read the clock, here and not before: time(NULL), localtime(…) and strftime(…) of
         *         <time.h>. Write the time as text. */

        /* Step 3: Send the text: send(client, …). */

        /* Step 4: Close this client's connection: close(client). That tells the client that the
         *         answer is complete. */
    }
}
