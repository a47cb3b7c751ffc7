import socket


class ChatClient:
    def __init__(self, host="127.0.0.1", port=10101):
        self.address = (host, port)
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

    def say(self, text):
        self.sock.sendto(text.encode("utf-8"), self.address)
        return self.sock.recvfrom(4096)[0].decode("utf-8")


def main():
    chat = ChatClient()
    text = input("me: ")
    while text not in ("q", "quit", "exit"):
        print("server:", chat.say(text))
        text = input("me: ")


if __name__ == "__main__":
    try:
        main()
    except (KeyboardInterrupt, EOFError):
        pass
