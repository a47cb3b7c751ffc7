import socket

from .settings import PORT


def serve():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(("", PORT))
        while True:
            text, asker = sock.recvfrom(2048)
            print(text.decode("UTF-8"))
            sock.sendto("Nice to hear from you".encode("UTF-8"), asker)
