import json
import socket
from settings import ADDRESS, BUFFER


def number(text):
    return float(text) if "." in text else int(text)


sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
while True:
    try:
        line = input("> ")
    except EOFError:
        break
    parts = line.split()
    if len(parts) != 3:
        print("write it like: 5 + 6")
        continue
    try:
        question = {"op": parts[1], "a": number(parts[0]), "b": number(parts[2])}
    except ValueError:
        print("these are not numbers")
        continue
    sock.sendto(json.dumps(question).encode("utf8"), ADDRESS)
    answer = json.loads(sock.recvfrom(BUFFER)[0].decode("utf8"))
    if answer["ok"]:
        print(line, "=", answer["result"])
    else:
        print("the server says:", answer["error"])
