import socketserver

class H(socketserver.BaseRequestHandler):
    def handle(self):
        word = self.request.recv(1024).decode("utf-8").strip()
        self.request.sendall(("The word has %d characters" % len(word)).encode("utf-8"))

socketserver.ThreadingTCPServer.allow_reuse_address = True
socketserver.ThreadingTCPServer(("", 10001), H).serve_forever()
