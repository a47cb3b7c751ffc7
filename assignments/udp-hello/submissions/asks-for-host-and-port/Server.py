from socket import *
from threading import Thread

serverPort = 12000
serverSocket = socket(AF_INET, SOCK_DGRAM)
serverSocket.bind(("localhost", serverPort))
print("The server is ready to receive")

def answer(message, clientAddress):
    print(message.decode())
    serverSocket.sendto("Hello Client".encode(), clientAddress)

while 1:
    message, clientAddress = serverSocket.recvfrom(2048)
    Thread(target=answer, args=(message, clientAddress)).start()
