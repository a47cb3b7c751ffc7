import socket
import threading

def one(word):
    s = socket.socket()
    s.connect(("127.0.0.1", 3333))
    s.send(word.encode("utf-8"))
    print(word, "=>", s.recv(1024).decode("utf-8"))
    s.close()

for w in ["Dubai", "Cairo", "Beirut", "Rabat"]:
    t = threading.Thread(target=one, args=(w,))
    t.start()
