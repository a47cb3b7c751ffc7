# UDP date/time client
import socket

host = input("Enter the IP of the server: ")
port = int(input("Enter the port (1200): "))
req = input("Enter your request: ")
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto(req.encode(), (host, port))
reply = s.recvfrom(1024)[0].decode()
print(reply)
s.close()
