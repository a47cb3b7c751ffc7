import socket

UDPClientSocket = socket.socket(family=socket.AF_INET, type=socket.SOCK_DGRAM)
msgFromClient = input("Enter a computation: ")
bytesToSend = str.encode(msgFromClient)
UDPClientSocket.sendto(bytesToSend)
msgFromServer = UDPClientSocket.recvfrom(1024)
print("Message from Server {}".format(msgFromServer[0].decode()))
