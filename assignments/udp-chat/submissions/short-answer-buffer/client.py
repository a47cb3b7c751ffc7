import socket

BUFFER = 10

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
while True:
    message = input("me: ")
    s.sendto(message.encode(), ("127.0.0.1", 5557))
    data, address = s.recvfrom(BUFFER)
    print("friend:", data.decode(errors="ignore"))
