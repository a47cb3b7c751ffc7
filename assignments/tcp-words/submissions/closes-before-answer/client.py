import socket

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect(("127.0.0.1", 1717))
client.send(input("Word: ").encode("utf-8"))
print("Server answered:", client.recv(1024).decode("utf-8"))
client.close()
