import socket
import threading
import time

def client(name, word):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
        s.connect(('127.0.0.1', 65432))
        time.sleep(0.2)
        s.sendall(word.encode('utf-8'))
        reply = s.recv(1024).decode('utf-8')
        length, first = reply.split(',', 1)
        print(f'{name}: the word has {length} letters, first letter is {first}')

threads = []
for name, word in [('A', 'lemon'), ('B', 'kiwi'), ('C', 'pineapple'), ('D', 'fig')]:
    t = threading.Thread(target=client, args=(name, word))
    t.start()
    threads.append(t)

for t in threads:
    t.join()
