import socket
import socketserver

class MyUDPHandler(socketserver.BaseRequestHandler):
    """
    self.request is a pair of data and client socket
    """
    def handle(self):
        data = self.request[0].strip()
        sock = self.request[1]
        print("{} wrote:".format(self.client_address[0]))
        print(data.decode("utf-8"))
        sock.sendto(b"Hello Client", self.client_address)

if __name__ == "__main__":
    HOST, PORT = socket.gethostname(), 20001
    with socketserver.UDPServer((HOST, PORT), MyUDPHandler) as server:
        server.serve_forever()
