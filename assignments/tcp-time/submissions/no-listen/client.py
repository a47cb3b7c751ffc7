import socket

HOST = "localhost"
PORT = 6543

sock = socket.socket()
sock.connect((HOST, PORT))
sock.send("time".encode())
print(sock.recv(1024).decode())
sock.close()
