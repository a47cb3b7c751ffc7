import socket
srv = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
srv.bind(("127.0.0.1", 4444))
srv.listen(4)
print("ready")
count = 0
while count < 4:
    con, adr = srv.accept()
    txt = con.recv(1024).decode("utf-8")
    n = len(txt)
    first = txt[0]
    con.send(str(n).encode("utf-8"))
    con.send((" " + first).encode("utf-8"))
    con.close()
    count = count + 1
srv.close()
