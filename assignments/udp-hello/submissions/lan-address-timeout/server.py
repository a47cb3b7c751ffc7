import socket

# my laptop (ipconfig)
IP = "192.168.1.7"
PORT = 9090

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind((IP, PORT))
print("Server is ready ...")

data, addr = server.recvfrom(2048)
print("Message from client:", data.decode("utf-8"))
print("Client address:", addr)
server.sendto("Hello Client".encode("utf-8"), addr)
server.close()
