from datetime import datetime
import socket

HOST = "0.0.0.0"
PORT = 9999

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind((HOST, PORT))
    print(f"Time server on {HOST}:{PORT}, Ctrl+C to stop", flush=True)
    try:
        while True:
            _, client = sock.recvfrom(1024)
            now = datetime.now().astimezone().isoformat(timespec="seconds")
            sock.sendto(now.encode(), client)
            print(client, "<-", now)
    except KeyboardInterrupt:
        print("bye")
