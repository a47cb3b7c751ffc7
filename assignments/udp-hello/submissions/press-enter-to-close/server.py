from socket import *

server = socket(AF_INET, SOCK_DGRAM)
server.bind(("0.0.0.0", 5562))
print("Server is ready")
while True:
    text, sender = server.recvfrom(2048)
    print(sender, "says", text.decode())
    server.sendto("Hello from the server".encode(), sender)
