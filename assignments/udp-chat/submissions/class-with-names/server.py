import datetime
import socket


class ChatServer:
    def __init__(self, host="127.0.0.1", port=10101):
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.sock.bind((host, port))
        self.names = {}

    def name_of(self, address):
        # every client gets a number the first time it writes
        if address not in self.names:
            self.names[address] = "guest%d" % (len(self.names) + 1)
        return self.names[address]

    def run(self):
        while True:
            data, address = self.sock.recvfrom(4096)
            now = datetime.datetime.now().strftime("%H:%M:%S")
            print("(%s) %s: %s" % (now, self.name_of(address), data.decode("utf-8", "replace")))
            text = input("answer to %s: " % self.name_of(address))
            self.sock.sendto(text.encode("utf-8"), address)


if __name__ == "__main__":
    try:
        ChatServer().run()
    except (KeyboardInterrupt, EOFError):
        print("\nchat closed")
