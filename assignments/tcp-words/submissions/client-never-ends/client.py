# run this 4 times, with another word each time
import socket

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect(("127.0.0.1", 5550))

word = input("Enter a word: ")
client.send(word.encode("UTF-8"))

answer = client.recv(1024).decode("UTF-8")
print("Answer from server:", answer)
import time
while True:
    time.sleep(1)
