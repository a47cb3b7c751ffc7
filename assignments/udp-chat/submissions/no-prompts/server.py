import socket
import sys

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    sock.bind(('', 9000))
    while True:
        data, peer = sock.recvfrom(65535)
        print(data.decode('utf-8'), flush=True)
        answer = sys.stdin.readline()
        if not answer:
            break
        sock.sendto(answer.rstrip('\n').encode('utf-8'), peer)
