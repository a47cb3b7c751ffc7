import socket

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
while True:
    sock.sendto(input("Client: ").encode(), ("127.0.0.1", 4712))
    print("Server:", sock.recv(1024).decode())
