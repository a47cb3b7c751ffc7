import socket
from datetime import datetime

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", 6060))
server.listen()
while True:
    client, address = server.accept()
    command = client.recv(64).decode("utf-8").strip()
    if command == "GET TIME":
        client.sendall(datetime.now().strftime("%d/%m/%Y %H:%M:%S").encode("utf-8"))
    else:
        client.sendall(b"ERROR unknown command")
    client.close()
