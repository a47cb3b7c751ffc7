import socketserver

class Handler(socketserver.DatagramRequestHandler):
    def handle(self):
        text = self.rfile.read().decode("utf-8")
        print("Message from", self.client_address, ":", text)
        self.wfile.write("Hello Client".encode("utf-8"))

server = socketserver.ThreadingUDPServer(("127.0.0.1", 8989), Handler)
server.serve_forever()
