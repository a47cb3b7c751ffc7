/* Names, addresses, services and ports, looked up with the functions of <netdb.h>. */
#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

static const char *hosts[] = {"www.google.com", "localhost"};
static const char *services[] = {"ftp", "http"};
static const int ports[] = {20, 21, 80};

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

int main(void) {
    for (size_t i = 0; i < COUNT(hosts); i++) {
        printf("Host %s\n", hosts[i]);

        /* Step 1: Find the IP address of the host with gethostbyname(hosts[i]). It returns NULL when
         *         nobody knows the host: say so in words. Otherwise h_addr_list[0] points to the four
         *         bytes of the address: print them with inet_ntop. */

        /* Step 2: Find the name that belongs to these four bytes with gethostbyaddr, and print it. */
    }

    /* Step 3: Find the name that belongs to 127.0.0.1, and print it. inet_pton turns the text into the
     *         four bytes. */

    for (size_t i = 0; i < COUNT(services); i++) {
        printf("Service %s\n", services[i]);

        /* Step 4: Find its port number with getservbyname(services[i], "tcp"), and print it. s_port is
         *         in the byte order of the network: ntohs turns it round. */
    }

    for (size_t i = 0; i < COUNT(ports); i++) {
        printf("Port %d\n", ports[i]);

        /* Step 5: Find the service that uses it with getservbyport, and print its name. It wants the
         *         byte order of the network, too: htons. */
    }

    /* Step 6: If you like, print the name of this computer: gethostname. */

    return 0;
}
