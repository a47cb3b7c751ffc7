import json
import socketserver
from settings import HOST, PORT


class WordHandler(socketserver.StreamRequestHandler):
    def handle(self):
        raw = self.request.recv(1024)
        word = raw.decode("utf8").strip()
        answer = {"length": len(word), "first": word[0]}
        self.wfile.write(json.dumps(answer, ensure_ascii=False).encode("utf8"))


class WordServer(socketserver.ThreadingMixIn, socketserver.TCPServer):
    allow_reuse_address = True
    daemon_threads = True


with WordServer((HOST, PORT), WordHandler) as server:
    print("serving on", HOST, PORT)
    server.serve_forever()
