import socket
import time

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", 9000))
server.listen(5)
client, addr = server.accept()
print(client.recv(1024).decode())
client.send(time.strftime("%X").encode())
client.close()
server.close()
