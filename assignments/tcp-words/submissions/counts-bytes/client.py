import socket
c = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
c.connect(("127.0.0.1", 5551))
c.send(input("word: ").encode("UTF-8"))
print(c.recv(1024).decode("UTF-8"))
c.close()
