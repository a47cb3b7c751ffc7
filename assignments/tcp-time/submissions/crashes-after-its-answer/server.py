import socket
from datetime import datetime

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", 5050))
server.listen(5)
while True:
    client, address = server.accept()
    request = client.recv(1024).decode()
    client.send(str(datetime.now()).encode())
    clients.close()
