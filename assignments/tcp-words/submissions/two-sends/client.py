import socket

for w in ["red", "green", "yellow", "blue"]:
    con = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    con.connect(("127.0.0.1", 4444))
    con.send(w.encode("utf-8"))
    # the answer comes in two parts, read until the server closes
    answer = b""
    while True:
        part = con.recv(1024)
        if part == b"":
            break
        answer += part
    print("word =", w, " answer =", answer.decode("utf-8"))
    con.close()
