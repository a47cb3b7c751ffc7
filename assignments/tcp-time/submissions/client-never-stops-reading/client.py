import socket
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.connect(("localhost", 9998))
sock.sendall("hey server, Set my time".encode())
while True:
    data = sock.recv(1024)
    if data:
        print("Received:", data.decode())
    time.sleep(0.1)
sock.close()
