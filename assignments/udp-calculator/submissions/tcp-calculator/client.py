import socket

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect(("127.0.0.1", 5550))
data = input("Computation: ")
client.send(data.encode("UTF-8"))
print("Result:", client.recv(1024).decode("UTF-8"))
client.close()
