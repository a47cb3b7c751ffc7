import socket

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect(("127.0.0.1", 5050))
client.send("time please".encode())
print("Time:", client.recv(1024).decode())
client.close()
