from socket import *

tcpCliSock = socket(AF_INET, SOCK_STREAM)
tcpCliSock.connect(('localhost', 21567))
tcpCliSock.send(bytes('hey server, Set my time', 'utf-8'))
data = tcpCliSock.recv(1024)
print(data.decode('utf-8'))
tcpCliSock.close()
