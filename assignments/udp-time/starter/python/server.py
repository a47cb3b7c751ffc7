"""Date and time over UDP, the server: answers every datagram with the current date and time."""
import socket

HOST = "127.0.0.1"
PORT = 5550

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind((HOST, PORT))
print("Waiting for datagrams on port", PORT)

while True:
    datagram, address = s.recvfrom(1024)

    # Step 1: Read the clock, here and not before, so that each client gets the time of its own
    #         request: datetime.now(), with "from datetime import datetime" at the top.

    # Step 2: Write date and time as text, in any usual way.

    # Step 3: Send the text to the address that the request came from: s.sendto(…), with bytes:
    #         encode the text.
