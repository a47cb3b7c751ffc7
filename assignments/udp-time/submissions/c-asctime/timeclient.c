#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <netdb.h>
#include <sys/socket.h>
#include <netinet/in.h>

int main(int argc, char **argv) {
  char *hostname = argc > 1 ? argv[1] : "localhost";
  char *port = argc > 2 ? argv[2] : "5432";
  struct addrinfo hints, *server;
  memset(&hints, 0, sizeof hints);
  hints.ai_family = AF_INET;
  hints.ai_socktype = SOCK_DGRAM;
  int rc = getaddrinfo(hostname, port, &hints, &server);
  if (rc != 0) {
    fprintf(stderr, "%s: %s\n", hostname, gai_strerror(rc));
    return 1;
  }
  int fd = socket(server->ai_family, server->ai_socktype, server->ai_protocol);
  char *ask = "time?";
  sendto(fd, ask, strlen(ask), 0, server->ai_addr, server->ai_addrlen);
  char buf[256];
  int n = recvfrom(fd, buf, sizeof buf - 1, 0, NULL, NULL);
  if (n < 0) { perror("recvfrom"); return 1; }
  buf[n] = 0;
  printf("%s", buf);
  close(fd);
  return 0;
}
