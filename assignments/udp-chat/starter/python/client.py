"""A chat over UDP, the client: sends the lines that its user types, and shows the answers."""
import socket

HOST = "127.0.0.1"
PORT = 5550

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

# Step 1: Ask the user for a line: input(…).

# Step 2: Send the line to the server in one datagram: s.sendto(…) takes bytes and the pair (HOST,
#         PORT).

# Step 3: Wait for the answer, and print it as text: s.recvfrom(1024) gives the bytes and the
#         sender's address.

# Step 4: Begin again with the next line. How does your chat end: with a word such as bye, or at the
#         end of the input?
