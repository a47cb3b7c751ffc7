import socket
import datetime

UDPServerSocket = socket.socket(family=socket.AF_INET, type=socket.SOCK_DGRAM)
UDPServerSocket.bind(("127.0.0.1", 20001))
print("UDP server up and listening")

while(True):
    bytesAddressPair = UDPServerSocket.recvfrom(1024)
    message = bytesAddressPair[0]
    address = bytesAddressPair[1]
    print("Message from Client:{}".format(message.decode()))
    x = datetime.datetime.now()
    UDPServerSocket.sendto(x.strftime("%Y-%M-%d %H:%m:%S").encode(), address)
