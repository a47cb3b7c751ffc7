import socket
import threading

PORT = 12345


def handle(conn, addr):
    # one thread for each client, it can send as many words as it wants
    while True:
        data = conn.recv(2048)
        if not data:
            break
        word = data.decode().strip()
        if word == "":
            continue
        reply = f"The word {word} has {len(word)} characters and begins with {word[0]}"
        conn.sendall(reply.encode())
    conn.close()
    print(f"[-] {addr} left")


def main():
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(("", PORT))
    server.listen()
    print(f"[*] listening on {PORT}")
    while True:
        conn, addr = server.accept()
        print(f"[+] {addr} connected")
        t = threading.Thread(target=handle, args=(conn, addr))
        t.daemon = True
        t.start()


if __name__ == "__main__":
    main()
