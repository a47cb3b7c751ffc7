import socket

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect(("127.0.0.1", 6060))
client.sendall(b"GET TIME")
print("The server's time:", client.recv(64).decode("utf-8"))
client.close()
