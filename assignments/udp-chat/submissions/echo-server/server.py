import socket

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("127.0.0.1", 4712))
while True:
    data, address = sock.recvfrom(1024)
    print("Client:", data.decode())
    print("Server:", data.decode())
    sock.sendto(data, address)
