import os
import socket

word = input("Word: ")
ticket = "%08x.txt" % int.from_bytes(os.urandom(4), "big")
with open(ticket, "w") as note:
    note.write("%d %s" % (len(word), word[0]))
with socket.create_connection(("127.0.0.1", 5550)) as s:
    s.sendall(ticket.encode())
    print("The server says", s.recv(1024).decode())
