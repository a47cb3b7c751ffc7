"""A chat over UDP, the server: shows each line that arrives, and sends back what its user
answers."""
import socket

HOST = "127.0.0.1"
PORT = 5550

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind((HOST, PORT))
print("Waiting for datagrams on port", PORT)

while True:
    datagram, address = s.recvfrom(1024)

    # Step 1: Make text of the bytes in the datagram, and print it: datagram.decode("UTF-8").

    # Step 2: Ask the user for an answer: input(…).

    # Step 3: Send the answer to the address that the datagram came from: s.sendto(…), with bytes:
    #         encode the text.
