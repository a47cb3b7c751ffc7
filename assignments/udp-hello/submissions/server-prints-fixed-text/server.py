#server
import socket
s=socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 7000))
print("Server is running")
Rdata, address = s.recvfrom(1024)
print("message from client: hello Server")
s.sendto("Hello Client".encode("UTF-8"), address)
print("greeting sent to", address)
