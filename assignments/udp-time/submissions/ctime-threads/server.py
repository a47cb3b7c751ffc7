import socketserver
import time


class TimeHandler(socketserver.BaseRequestHandler):

    def handle(self):
        data, sock = self.request
        print("request from", self.client_address)
        sock.sendto(time.ctime().encode("ascii"), self.client_address)


class Server(socketserver.ThreadingMixIn, socketserver.UDPServer):
    pass


if __name__ == "__main__":
    Server(("localhost", 13013), TimeHandler).serve_forever()
