import socket
import sys

# reads computations until the end of the input (Ctrl-D)
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    sock.settimeout(5)
    sock.connect(('127.0.0.1', 12345))
    for line in sys.stdin:
        line = line.strip()
        if not line:
            continue
        sock.send(line.encode('utf-8'))
        try:
            print(sock.recv(1024).decode('utf-8'))
        except socket.timeout:
            print('no answer from the server')
