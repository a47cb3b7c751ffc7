# TCP word server
import socket

HOST = "127.0.0.1"
PORT = 5550

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind((HOST, PORT))
s.listen(5)
print("Server is waiting for clients...")

while True:
    client, address = s.accept()
    print("connected:", address)
    word = client.recv(1024).decode("UTF-8")
    print("word:", word)
    answer = str(len(word)) + " " + word[0]
    client.send(answer.encode("UTF-8"))
    client.close()
