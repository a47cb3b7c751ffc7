import socket

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", 9001))
server.listen(4)
while True:
    conn, addr = server.accept()
    msg = conn.recv(1024).decode()
    print("got", msg)
    conn.send("5 a".encode())
    conn.close()
