import socket
import threading


def serve(connection):
    with connection:
        while data := connection.recv(1024):
            connection.sendall(data)


listener = socket.create_server(("", 5550))
while True:
    connection, _ = listener.accept()
    threading.Thread(target=serve, args=(connection,)).start()
