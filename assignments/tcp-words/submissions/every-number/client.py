import socket

client = socket.socket()
client.connect(("127.0.0.1", 5550))
client.send(input("Your word: ").encode())
client.recv(1024)
print(*range(1, 1000))
print(*"abcdefghijklmnopqrstuvwxyz")
