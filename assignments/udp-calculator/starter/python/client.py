"""A calculator over UDP, the client: sends its user's computation to the server and prints the
result."""
import socket

HOST = "127.0.0.1"
PORT = 5550

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

# Step 1: Ask the user for a computation such as 5 + 6: input(…).

# Step 2: Send it to the server, in the form that your server understands: s.sendto(…) takes bytes
#         and the pair (HOST, PORT).

# Step 3: Wait for the result: s.recvfrom(1024) gives the bytes and the sender's address.

# Step 4: Print the result that the server sent, as text. The client computes nothing itself.

# Step 5: Close the socket, so that the program ends.
