import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("127.0.0.1", 1717))
s.listen(4)
while True:
    client, addr = s.accept()
    word = client.recv(1024).decode("utf-8")
    answer = f"{len(word)} {word[0]}"
    client.close()
    client.send(answer.encode("utf-8"))
