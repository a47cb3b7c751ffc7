#include <stdio.h>
#include <netdb.h>
#include <arpa/inet.h>
#include <unistd.h>

static void by_name(const char *name, char *ip) {
    struct hostent *h = gethostbyname(name);
    ip[0] = '\0';
    if (h == NULL) {
        printf("gethostbyname(%s): unknown\n", name);
        return;
    }
    inet_ntop(AF_INET, h->h_addr_list[0], ip, INET_ADDRSTRLEN);
    printf("gethostbyname(%s) = %s\n", name, ip);
}

static void by_addr(const char *ip) {
    struct in_addr a;
    struct hostent *h;
    if (inet_pton(AF_INET, ip, &a) != 1)
        return;
    h = gethostbyaddr(&a, sizeof a, AF_INET);
    printf("gethostbyaddr(%s) = %s\n", ip, h ? h->h_name : "unknown");
}

int main(void) {
    char ip[INET_ADDRSTRLEN], host[256];
    struct servent *s;
    int ports[] = {20, 21, 80}, i;

    by_name("www.google.com", ip);
    by_addr(ip);
    by_name("localhost", ip);
    by_addr("127.0.0.1");

    s = getservbyname("ftp", "tcp");
    if (s) printf("getservbyname(ftp) = %d\n", ntohs(s->s_port));
    s = getservbyname("http", "tcp");
    if (s) printf("getservbyname(http) = %d\n", ntohs(s->s_port));

    for (i = 0; i < 3; i++) {
        s = getservbyport(htons(ports[i]), "tcp");
        printf("getservbyport(%d) = %s\n", ports[i], s ? s->s_name : "unknown");
    }
    gethostname(host, sizeof host);
    printf("gethostname() = %s\n", host);
    return 0;
}
