import socketserver
import time

class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        self.data = self.request.recv(1024).strip()
        print("{} wrote: {}".format(self.client_address[0], self.data.decode()))
        self.request.sendall(time.strftime("%d.%m.%Y %H:%M:%S").encode())

if __name__ == "__main__":
    socketserver.TCPServer.allow_reuse_address = True
    server = socketserver.TCPServer(("localhost", 9998), Handler)
    server.serve_forever()
