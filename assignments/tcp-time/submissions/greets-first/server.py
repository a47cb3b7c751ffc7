import socketserver
from datetime import datetime


class TimeHandler(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"100 time service, ask away\r\n")
        request = self.rfile.readline()
        if request:
            self.wfile.write(datetime.now().strftime("%H:%M:%S").encode() + b"\r\n")


class TimeServer(socketserver.ThreadingTCPServer):
    allow_reuse_address = True


with TimeServer(("", 5550), TimeHandler) as server:
    server.serve_forever()
