/*
 * Four clients and their words over TCP, the client: sends one word and prints what the server says
 * about it; start it four times.
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define HOST "127.0.0.1"
#define PORT 5550

int main(int argc, char *argv[]) {
    /* Step 1: Get a word: from the user (fgets(…) keeps the newline at its end: take it off) or
     *         from the command line (argv). */

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

    /* Step 2: Send the word: send(s, …). */

    /* Step 3: Receive the answer: recv(s, …) gives a part; the length 0 is the end. Must you wait
     *         for the end, or can you tell earlier that the answer is complete? */

    /* Step 4: Print the answer as text. */

    /* Step 5: Close the connection: close(s). */

    return 0;
}
