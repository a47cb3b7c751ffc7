import socket
import threading
from datetime import datetime

HOST = ''
PORT = 8000

def handle_client(conn, addr):
    print(f"[NEW CONNECTION] {addr} connected.")
    with conn:
        request = conn.recv(1024)
        if not request:
            return
        print(f"[{addr}] {request.decode('utf-8', 'replace')}")
        conn.sendall(datetime.now().strftime("%d/%m/%Y %H:%M:%S").encode("utf-8"))
    print(f"[ACTIVE CONNECTIONS] {threading.active_count() - 2}")

def start():
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind((HOST, PORT))
    server.listen()
    print(f"[LISTENING] Server is listening on port {PORT}")
    while True:
        conn, addr = server.accept()
        thread = threading.Thread(target=handle_client, args=(conn, addr))
        thread.start()

print("[STARTING] server is starting...")
start()
