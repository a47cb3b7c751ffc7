import socket
import datetime

HOST = "localhost"
PORT = 6543

sock = socket.socket()
sock.bind((HOST, PORT))
print("server started on", PORT)
connection, address = sock.accept()
print("connected:", address)
connection.recv(1024)
connection.send(str(datetime.datetime.now()).encode())
connection.close()
