from socket import *

# the server runs on localhost, port 12000
serverName = input("Server name: ")
serverPort = int(input("Server port: "))
message = input("Message: ")

clientSocket = socket(AF_INET, SOCK_DGRAM)
clientSocket.sendto(message.encode(), (serverName, serverPort))
reply, serverAddress = clientSocket.recvfrom(2048)
print(reply.decode())
print("came from", serverAddress[0], serverAddress[1])
clientSocket.close()
