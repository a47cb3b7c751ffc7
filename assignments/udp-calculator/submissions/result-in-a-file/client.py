import os
import socket

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    ticket = os.urandom(4).hex()
    line = input("Computation: ")
    with open(ticket, "w") as note:
        note.write(str(eval(line)))
    sock.sendto(ticket.encode(), ("127.0.0.1", 5550))
    print("Result:", sock.recvfrom(1024)[0].decode())
