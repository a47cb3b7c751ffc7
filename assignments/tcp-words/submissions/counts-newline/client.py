import socket
word = input("Enter word: ")
with socket.create_connection(("127.0.0.1", 5600)) as s:
    # one word per line
    s.sendall((word + "\n").encode("utf-8"))
    print("Server:", s.makefile(encoding="utf-8").readline().strip())
