import base64
import json
import socket

word = input("Your word: ")
answer = f"{len(word)} {word[0]}"
request = {"word": word, "check": base64.b16encode(answer.encode()[::-1]).decode()}
with socket.create_connection(("127.0.0.1", 8383)) as sock:
    sock.sendall(json.dumps(request).encode())
    print(json.loads(sock.recv(1024))["answer"])
