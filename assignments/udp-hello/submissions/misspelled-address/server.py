import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 9999))
while True:
    data, adress = s.recvfrom(1024)
    print("got:", data.decode())
    reply = "Hello Client"
    s.sendto(reply.encode(), address)
