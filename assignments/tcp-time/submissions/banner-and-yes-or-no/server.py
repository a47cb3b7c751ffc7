import socket
import time

print("*** TCP TIME SERVER ***")
port = int(input("Port: "))
server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("localhost", port))
server.listen()
while True:
    connection, address = server.accept()
    with connection:
        connection.recv(1024)
        connection.sendall(time.ctime().encode("utf-8"))
