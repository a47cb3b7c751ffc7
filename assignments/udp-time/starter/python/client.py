"""Date and time over UDP, the client: asks the server for date and time and prints its answer."""
import socket

HOST = "127.0.0.1"
PORT = 5550

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

# Step 1: Send a request (for example "hey server, Set my time") to the server: s.sendto(…) takes
#         bytes and the pair (HOST, PORT).

# Step 2: Wait for the answer: s.recvfrom(1024) gives the bytes and the sender's address.

# Step 3: Print the time that came, as text. Print it as it is: the server may write it in any way.

# Step 4: Close the socket, so that the program ends.
