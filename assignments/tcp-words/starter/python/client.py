"""Four clients and their words over TCP, the client: sends one word and prints what the server says
about it; start it four times."""
import socket

HOST = "127.0.0.1"
PORT = 5550

# Step 1: Get a word: from the user (input(…)) or from the command line (sys.argv).

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((HOST, PORT))

# Step 2: Send the word: s.sendall(…), with bytes: encode the text.

# Step 3: Receive the answer: s.recv(1024) gives a part; an empty part is the end. Must you wait for
#         the end, or can you tell earlier that the answer is complete?

# Step 4: Print the answer as text.

# Step 5: Close the connection: s.close().
