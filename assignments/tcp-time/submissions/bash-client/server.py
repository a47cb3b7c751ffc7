#!/usr/bin/env python3
import socketserver
from datetime import datetime


class TimeHandler(socketserver.StreamRequestHandler):
    def handle(self):
        request = self.request.recv(1024)
        print("request:", request.decode(errors="ignore").strip())
        self.wfile.write(datetime.now().strftime("%A %d. %B %Y %H:%M:%S\n").encode())


socketserver.TCPServer.allow_reuse_address = True
with socketserver.ThreadingTCPServer(("0.0.0.0", 3344), TimeHandler) as server:
    server.serve_forever()
