import socket

with socket.create_connection(("localhost", 7126)) as verbindung:
    verbindung.sendall(b"Wie spaet ist es?")
    while antwort := verbindung.recv(1024):
        print(antwort.decode(), end="")
print()
