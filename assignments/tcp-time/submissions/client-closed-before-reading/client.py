import socket
c = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
c.connect(("127.0.0.1", 7890))
c.send("hey server, Set my time".encode())
c.close()
answer = c.recv(1024).decode()
print(answer)
