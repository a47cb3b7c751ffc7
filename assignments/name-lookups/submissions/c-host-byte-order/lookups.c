#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>

static struct in_addr address_of(const char *name) {
    struct hostent *host = gethostbyname(name);
    struct in_addr address = {0};
    if (host != NULL)
        address = *(struct in_addr *)host->h_addr_list[0];
    printf("%s has the address %s\n", name, inet_ntoa(address));
    return address;
}

static void name_of(struct in_addr address) {
    struct hostent *host = gethostbyaddr(&address, sizeof address, AF_INET);
    printf("%s is %s\n", inet_ntoa(address), host ? host->h_name : "unknown");
}

int main(void) {
    name_of(address_of("www.google.com"));
    name_of(address_of("localhost"));

    struct servent *service = getservbyname("http", "tcp");
    if (service != NULL)
        printf("the port of http is %d\n", service->s_port);
    service = getservbyport(80, "tcp");
    printf("the service of port 80 is %s\n", service ? service->s_name : "unknown");
    return 0;
}
