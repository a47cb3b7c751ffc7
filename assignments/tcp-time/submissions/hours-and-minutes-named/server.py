import socket
from datetime import datetime

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("localhost", 7126))
server.listen()
while True:
    client, address = server.accept()
    client.recv(1024)
    jetzt = datetime.now()
    text = f"Es ist {jetzt.hour} Uhr, {jetzt.minute} Minuten und {jetzt.second} Sekunden."
    client.sendall(text.encode())
    client.close()
