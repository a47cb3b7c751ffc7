import json
import socket
import sys
from settings import HOST, PORT

# usage: python client.py word
if len(sys.argv) > 1:
    word = sys.argv[1]
else:
    word = input("word> ")

with socket.create_connection((HOST, PORT)) as sock:
    sock.sendall(word.encode("utf8"))
    answer = json.loads(sock.recv(1024).decode("utf8"))

print("Your word has", answer["length"], "characters")
print("It starts with", answer["first"])
