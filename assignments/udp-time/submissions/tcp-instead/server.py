import socket
from datetime import datetime

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("127.0.0.1", 5550))
s.listen(5)
while True:
    client, address = s.accept()
    print("connection from", address)
    request = client.recv(1024)
    client.send(str(datetime.now()).encode("UTF-8"))
    client.close()
