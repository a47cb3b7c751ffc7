"""The time over TCP, the server: tells every client that connects the current time."""
import socket

HOST = "127.0.0.1"
PORT = 5550

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
# Without this, a restarted server may have to wait for a minute until the system gives it the port again.
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind((HOST, PORT))
s.listen(5)
print("Waiting for clients on port", PORT)

while True:
    # For each client, accept gives a socket of its own and the client's address.
    client, address = s.accept()

    # Step 1: Receive the client's request, whatever it says: client.recv(1024).

    # Step 2: Read the clock, here and not before: datetime.now(), with "from datetime import
    #         datetime" at the top. Write the time as text.

    # Step 3: Send the text: client.sendall(…), with bytes: encode the text.

    # Step 4: Close this client's connection: client.close(). That tells the client that the answer
    #         is complete.
