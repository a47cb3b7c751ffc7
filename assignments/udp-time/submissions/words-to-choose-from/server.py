import socket
import time

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("localhost", 5550))
while True:
    request, address = server.recvfrom(1024)
    server.sendto(time.ctime().encode("utf-8"), address)
