import os
import socket

s = socket.create_server(("127.0.0.1", 5550))
while True:
    connection, address = s.accept()
    with connection:
        ticket = connection.recv(1024).decode()
        answer = "0"
        # the client has left it there
        if os.path.exists(ticket):
            with open(ticket) as note:
                answer = note.read()
        connection.sendall(answer.encode())
