import socket
import threading

def talk(conn):
    f = conn.makefile("rw", encoding="utf-8", newline="\n")
    line = f.readline()
    f.write(str(len(line)) + " " + line[0] + "\n")
    f.flush()
    conn.close()

s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("127.0.0.1", 5600))
s.listen(5)
while True:
    conn, addr = s.accept()
    threading.Thread(target=talk, args=(conn,)).start()
