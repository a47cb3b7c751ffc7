"""Four clients and their words over TCP, the server: tells each client the number of characters and
the first character of its word."""
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

    # Step 1: Receive the client's word: client.recv(1024). Make text of the bytes
    #         (data.decode("UTF-8")), without a newline that may stand at its end (strip()).

    # Step 2: Count the characters of the word, not its bytes: len(…) of a string counts characters,
    #         of bytes it counts bytes.

    # Step 3: Find its first character: word[0]. What if the word is empty?

    # Step 4: Send both to the client: client.sendall(…), with bytes: encode the text.

    # Step 5: Close this client's connection: client.close(). Then the next client has its turn.
    #         (How could four clients have theirs at the same time?)
