import socket
import threading

lock = threading.Lock()
served = 0

def work(conn):
    global served
    word = conn.recv(1024).decode('utf-8')
    conn.sendall(f'{len(word)},{word[0]}'.encode('utf-8'))
    with lock:
        served += 1
        print('served so far:', served)
    conn.close()

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.bind(('127.0.0.1', 65432))
    s.listen()
    while True:
        conn, addr = s.accept()
        threading.Thread(target=work, args=(conn,)).start()
