import socket

me = ("127.0.0.1", 5000)
friend = ("127.0.0.1", 5001)

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(me)
while True:
    data, address = s.recvfrom(2048)
    print(data.decode())
    s.sendto(input("> ").encode(), friend)
