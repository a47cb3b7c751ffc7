import socket
import sys

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    for line in sys.stdin:
        sock.sendto(line.rstrip('\n').encode('utf-8'), ('localhost', 9000))
        print(sock.recv(65535).decode('utf-8'), flush=True)
