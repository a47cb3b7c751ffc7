import socket
import threading

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", 5550))
server.listen(4)


def answer(client):
    client.recv(1024)
    client.send("5 6 7 a".encode())
    client.close()


while True:
    client, address = server.accept()
    threading.Thread(target=answer, args=(client,)).start()
