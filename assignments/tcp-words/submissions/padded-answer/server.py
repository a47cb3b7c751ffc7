import socket
import threading


def serve(client):
    word = client.recv(4096).decode().strip()
    client.sendall(f"{len(word)} {word[:1]} {word}".encode().ljust(60000, b"\0"))
    client.close()


server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", 9494))
server.listen()
while True:
    client, _ = server.accept()
    threading.Thread(target=serve, args=(client,)).start()
