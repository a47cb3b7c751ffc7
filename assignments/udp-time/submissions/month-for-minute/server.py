import socketserver
from time import strftime


class Handler(socketserver.DatagramRequestHandler):
    def handle(self):
        print("from", self.client_address, self.rfile.readline())
        self.wfile.write(strftime("%Y-%m-%d %H:%m:%S").encode())


socketserver.ThreadingUDPServer(("0.0.0.0", 8880), Handler).serve_forever()
