import socket

w = input("word? ")
conn = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
conn.connect(("127.0.0.1", 9001))
conn.send(w.encode())
print("answer:", conn.recv(1024).decode())
conn.close()
