"""The time over TCP, the client: asks the server for the time and prints its answer."""
import socket

HOST = "127.0.0.1"
PORT = 5550

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((HOST, PORT))

# Step 1: Send a request (for example "hey server, Set my time"): s.sendall(…), with bytes: encode
#         the text.

# Step 2: Receive the answer until the server closes the connection: s.recv(1024) gives a part; an
#         empty part is the end.

# Step 3: Print the time that came, as text. Print it as it is: the server may write it in any way.

# Step 4: Close the connection: s.close().
