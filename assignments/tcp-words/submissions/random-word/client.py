import random
import socket
import string

# every client makes its own word
word = "".join(random.choices(string.ascii_lowercase, k=random.randint(5, 12)))

s = socket.socket()
s.settimeout(10)
s.connect(('127.0.0.1', 9090))
print("my word:", word)
s.send(word.encode())
print(s.recv(100).decode())
s.close()
