"""A greeting over UDP, the client: greets the server and prints the reply and where it came
from."""
import socket

HOST = "127.0.0.1"
PORT = 5550

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

# Step 1: Send a greeting (for example "hello Server") to the server: s.sendto(…) takes bytes and
#         the pair (HOST, PORT).

# Step 2: Wait for the reply: s.recvfrom(1024) gives the bytes and the sender's address.

# Step 3: Print the reply as text, and the address that it came from: IP and port.

# Step 4: Close the socket, so that the program ends.
