import socket


class Server:
    def __init__(self, port):
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.sock.bind(("", port))

    def run(self):
        while True:
            text, asker = self.sock.recvfrom(1500)
            print("got", text.decode())
            self.sock.sendto(b"Welcome aboard", asker)


class Client:
    def __init__(self, host, port):
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.server = (host, port)

    def run(self):
        self.sock.sendto(b"Ahoy", self.server)
        text, sender = self.sock.recvfrom(1500)
        print(text.decode(), *sender)
