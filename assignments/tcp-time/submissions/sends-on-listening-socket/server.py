from socket import *
from time import ctime

tcpSerSock = socket(AF_INET, SOCK_STREAM)
tcpSerSock.bind(('', 21567))
tcpSerSock.listen(5)

while True:
    print('waiting for connection...')
    tcpCliSock, addr = tcpSerSock.accept()
    print('...connected from:', addr)
    data = tcpCliSock.recv(1024)
    tcpSerSock.send(bytes(ctime(), 'utf-8'))
    tcpCliSock.close()
