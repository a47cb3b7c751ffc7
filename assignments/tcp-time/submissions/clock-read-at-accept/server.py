import socket
from datetime import datetime

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("0.0.0.0", 9110))
server.listen(3)
while True:
    client, address = server.accept()
    now = datetime.now()
    print(address, "connected at", now)
    print("request:", client.recv(1024).decode("utf-8"))
    client.send(now.strftime("%Y-%m-%dT%H:%M:%S").encode("utf-8"))
    client.close()
