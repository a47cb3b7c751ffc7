import socket
s = socket.socket()
s.bind(("127.0.0.1", 5010))
s.listen(5)
while True:
    conn, addr = s.accept()
    txt = conn.recv(1024).decode("utf-8")
    conn.sendall(("Length=%d; First=%s" % (len(txt), txt[0])).encode("utf-8"))
    conn.close()
