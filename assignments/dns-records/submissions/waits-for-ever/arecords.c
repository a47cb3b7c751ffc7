/* Asks the name server of this computer for the A records of a domain. */
#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static unsigned char packet[4096];

static int put_name(unsigned char *out, const char *name) {
    int length = 0;
    while (*name) {
        const char *dot = strchr(name, '.');
        int n = dot ? (int)(dot - name) : (int)strlen(name);
        out[length++] = n;
        memcpy(out + length, name, n);
        length += n;
        name += n + (dot ? 1 : 0);
    }
    out[length++] = 0;
    return length;
}

static int skip_name(int at) {
    while (packet[at] != 0) {
        if (packet[at] >= 192) return at + 2;
        at += packet[at] + 1;
    }
    return at + 1;
}

int main(int argc, char **argv) {
    const char *domain = argc > 1 ? argv[1] : "yahoo.com";
    char line[256], server[64] = "127.0.0.1";
    FILE *conf = fopen("/etc/resolv.conf", "r");
    while (conf && fgets(line, sizeof line, conf))
        if (sscanf(line, "nameserver %63s", server) == 1) break;

    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(53)};
    inet_pton(AF_INET, server, &to.sin_addr);
    int s = socket(AF_INET, SOCK_DGRAM, 0);

    unsigned char query[300] = {0x12, 0x34, 1, 0, 0, 1};
    int length = 12 + put_name(query + 12, domain);
    unsigned char tail[] = {0, 1, 0, 1};
    memcpy(query + length, tail, 4);
    sendto(s, query, length + 4, 0, (struct sockaddr *)&to, sizeof to);
    recvfrom(s, packet, sizeof packet, 0, NULL, NULL);

    if ((packet[3] & 15) == 3) {
        printf("%s does not exist\n", domain);
        return 1;
    }
    int answers = packet[6] * 256 + packet[7];
    int at = skip_name(12) + 4;
    printf("%d answers from %s\n", answers, server);
    for (int i = 0; i < answers; i++) {
        at = skip_name(at);
        int type = packet[at] * 256 + packet[at + 1], size = packet[at + 8] * 256 + packet[at + 9];
        at += 10;
        if (type == 1) printf("%s A %d.%d.%d.%d\n", domain, packet[at], packet[at + 1], packet[at + 2], packet[at + 3]);
        at += size;
    }
    close(s);
    return 0;
}
