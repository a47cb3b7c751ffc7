"""Word server without threads: select() tells which sockets are ready."""
import select
import socket

listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("127.0.0.1", 7000))
listener.listen(10)

sockets = [listener]

while True:
    readable, _, _ = select.select(sockets, [], [])
    for sock in readable:
        if sock is listener:
            conn, addr = listener.accept()
            sockets.append(conn)
        else:
            data = sock.recv(4096)
            if data:
                word = data.decode("utf-8").rstrip("\r\n")
                sock.sendall("Length: {}, first character: {}\n".format(len(word), word[:1]).encode("utf-8"))
            else:
                sockets.remove(sock)
                sock.close()
