import socket
import threading

def client_thread(con):
    data = con.recv(1024)
    text = data.decode("utf-8")
    con.send(f"{len(text)} {data[0]}".encode("utf-8"))
    con.close()

s = socket.socket()
s.bind(("0.0.0.0", 3333))
s.listen(4)
while True:
    con, adr = s.accept()
    threading.Thread(target=client_thread, args=(con,)).start()
