from socket import *
import time

serverPort = 12001
serverSocket = socket(AF_INET, SOCK_DGRAM)
serverSocket.bind('', serverPort)
print("ready")
while True:
    message, clientAddress = serverSocket.recvfrom(2048)
    serverSocket.sendto(time.asctime().encode(), clientAddress)
