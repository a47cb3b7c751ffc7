import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("0.0.0.0", 8765))
s.listen(1)
print("waiting for a client")
while True:
    conn, addr = s.accept()
    print("client", addr)
    msg = conn.recv(1024).decode()
    print("message:", msg)
    current = datetime.now().strftime("%H:%M:%S")
    conn.send(current.encode())
    conn.close()
