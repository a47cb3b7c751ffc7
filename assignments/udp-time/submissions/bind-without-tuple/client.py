from socket import *

serverName = 'localhost'
serverPort = 12001
clientSocket = socket(AF_INET, SOCK_DGRAM)
clientSocket.sendto("time".encode(), (serverName, serverPort))
reply, serverAddress = clientSocket.recvfrom(2048)
print(reply.decode())
clientSocket.close()
