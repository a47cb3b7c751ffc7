#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>
#include <sys/socket.h>
#include <netinet/in.h>

void error(char *msg) {
  perror(msg);
  exit(1);
}

int main(int argc, char **argv) {
  int portno = 5432;
  if (argc == 2) portno = atoi(argv[1]);

  int sockfd = socket(AF_INET, SOCK_DGRAM, 0);
  if (sockfd < 0) error("ERROR opening socket");

  int optval = 1;
  setsockopt(sockfd, SOL_SOCKET, SO_REUSEADDR, (const void *)&optval, sizeof(int));

  struct sockaddr_in serveraddr, clientaddr;
  bzero((char *) &serveraddr, sizeof(serveraddr));
  serveraddr.sin_family = AF_INET;
  serveraddr.sin_addr.s_addr = htonl(INADDR_ANY);
  serveraddr.sin_port = htons((unsigned short)portno);
  if (bind(sockfd, (struct sockaddr *) &serveraddr, sizeof(serveraddr)) < 0)
    error("ERROR on binding");

  socklen_t clientlen = sizeof(clientaddr);
  char buf[1024];
  while (1) {
    bzero(buf, sizeof(buf));
    int n = recvfrom(sockfd, buf, sizeof(buf), 0, (struct sockaddr *) &clientaddr, &clientlen);
    if (n < 0) error("ERROR in recvfrom");
    printf("server received %d bytes\n", n);

    time_t now = time(NULL);
    char *text = asctime(localtime(&now));
    n = sendto(sockfd, text, strlen(text), 0, (struct sockaddr *) &clientaddr, clientlen);
    if (n < 0) error("ERROR in sendto");
  }
}
