import socket, threading

def run(c):
    w = c.recv(512).decode('utf-8')
    c.send((str(len(w)) + ' ' + w[0]).encode('utf-8'))
    c.close()

s = socket.socket()
s.bind(('127.0.0.1', 13000))
s.listen(5)
print('server up')
while True:
    c, a = s.accept()
    threading.Thread(target=run, args=(c,)).start()
