import socket
c = socket.socket()
c.connect(("127.0.0.1", 6060))
c.send("Jerash".encode())
print(c.recv(1024).decode())
c.close()
