"""A greeting over UDP, the server: waits for a greeting, prints it and sends one back."""
import socket

HOST = "127.0.0.1"
PORT = 5550

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind((HOST, PORT))
print("Waiting for datagrams on port", PORT)

while True:
    datagram, address = s.recvfrom(1024)

    # Step 1: The bytes in the datagram are text in UTF-8. Make a string of them:
    #         datagram.decode("UTF-8").

    # Step 2: Print the text that came. It may be any text, not only your own client's greeting.

    # Step 3: Send a greeting of your own (for example "Hello Client") to the address that the
    #         datagram came from: s.sendto(…), with bytes: encode the text.
