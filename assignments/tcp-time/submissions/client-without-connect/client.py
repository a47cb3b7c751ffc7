import socket

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
address = ("127.0.0.1", 9000)
client.send("hey server, Set my time".encode())
print("the Current time is:", client.recv(1024).decode())
client.close()
