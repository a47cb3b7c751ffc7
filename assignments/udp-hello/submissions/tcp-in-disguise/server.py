import socket
# UDP socket
s = socket.socket(socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5550))
s.listen(1)
conn, address = s.accept()
data = conn.recv(1024)
print(data.decode("UTF-8"))
conn.send("Hello Client".encode("UTF-8"))
conn.close()
s.close()
