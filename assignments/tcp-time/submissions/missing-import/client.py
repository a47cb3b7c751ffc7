import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect(("127.0.0.1", 8765))
s.send(input("message: ").encode())
print("time from server:", s.recv(1024).decode())
s.close()
