import socket

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("127.0.0.1", 5550))
while True:
    ticket, client = sock.recvfrom(1024)
    try:
        # the client has left it there
        with open(ticket.decode()) as note:
            sock.sendto(note.read().encode(), client)
    except OSError:
        sock.sendto(b"no such ticket", client)
