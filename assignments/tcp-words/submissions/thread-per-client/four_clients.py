import socket

words = ["apple", "cat", "elephant", "sun"]

# the four clients, one after the other
for number, word in enumerate(words, start=1):
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.connect(("127.0.0.1", 12345))
    sock.sendall(word.encode())
    reply = sock.recv(2048).decode()
    print(f"client {number}: {reply}")
    sock.close()
