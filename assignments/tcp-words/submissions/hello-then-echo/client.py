import json
import socket

word = input("word: ")
with socket.create_connection(("localhost", 5550)) as s:
    s.sendall(b"HELLO 1.0\n")
    s.recv(1024)
    s.sendall(json.dumps({"length": len(word), "first": word[0]}).encode())
    answer = json.loads(s.recv(1024))
print(answer["length"], answer["first"])
