/*
 * Four clients and their words over TCP, the server: tells each client the number of characters and
 * the first character of its word.
 */
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

        /* Step 1: Receive the client's word: recv(client, buffer, sizeof buffer - 1, 0) gives the
         *         length. Make text of the bytes (the buffer has no end mark yet: set
         *         buffer[length] = '\0'), without a newline that may stand at its end (cut it at
         *         the first \n or \r). */

        /* Step 2: Count the characters of the word, not its bytes: strlen counts bytes; in UTF-8
         *         every byte of the form 10xxxxxx, (byte & 0xC0) == 0x80, goes on with the
         *         character before it. */

        /* Step 3: Find its first character: in UTF-8 the first character may take up to four bytes.
         *         What if the word is empty? */

        /* Step 4: Send both to the client: send(client, …). */

        /* Step 5: Close this client's connection: close(client). Then the next client has its turn.
         *         (How could four clients have theirs at the same time?) */
    }
}
