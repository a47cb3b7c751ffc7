import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("127.0.0.1", 5551))
s.listen(5)
while True:
    client, address = s.accept()
    data = client.recv(1024)
    word = data.decode("UTF-8")
    length = len(data)
    client.send(("Length: %d, first character: %s" % (length, word[0])).encode("UTF-8"))
    client.close()
