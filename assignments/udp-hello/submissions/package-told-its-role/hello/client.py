import socket

from .settings import PORT


def ask():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.sendto("Anybody there?".encode("UTF-8"), ("localhost", PORT))
        text, (host, port) = sock.recvfrom(2048)
    print(f"{text.decode('UTF-8')} (from {host}, port {port})")
