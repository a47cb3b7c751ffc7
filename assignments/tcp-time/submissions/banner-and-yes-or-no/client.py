import socket
import sys

print("*** TCP TIME CLIENT ***")
host = input("Server: ")
port = int(input("Port: "))
if input("Soll die Uhrzeit abgefragt werden? [j/n] ") != "j":
    sys.exit("Dann nicht.")
with socket.create_connection((host, port)) as connection:
    connection.sendall(b"time")
    while data := connection.recv(1024):
        print(data.decode("utf-8"))
