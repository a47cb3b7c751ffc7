import socket
from datetime import datetime

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("127.0.0.1", 5550))
s.listen(5)

while True:
    client, address = s.accept()
    request = client.recv(1024).decode("UTF-8")
    print(request)
    now = str(datetime.now().time())
    client.send(now.encode("UTF-8"))
    client.close
