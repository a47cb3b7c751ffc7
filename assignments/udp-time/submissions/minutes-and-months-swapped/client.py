import socket

UDPClientSocket = socket.socket(family=socket.AF_INET, type=socket.SOCK_DGRAM)
UDPClientSocket.sendto(str.encode("hey server, Set my time"), ("127.0.0.1", 20001))
msgFromServer = UDPClientSocket.recvfrom(1024)
print("Message from Server {}".format(msgFromServer[0].decode()))
