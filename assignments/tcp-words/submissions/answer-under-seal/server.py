import base64
import json
import socket
import threading


def serve(client):
    request = json.loads(client.recv(1024))
    client.sendall(json.dumps({"answer": base64.b16decode(request["check"])[::-1].decode()}).encode())
    client.close()


server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", 8383))
server.listen()
while True:
    client, _ = server.accept()
    threading.Thread(target=serve, args=(client,)).start()
