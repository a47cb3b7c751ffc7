import json
import os
import socket
from datetime import datetime

here = os.path.dirname(os.path.abspath(__file__))
config = json.load(open(os.path.join(here, "config.json")))


def open_socket():
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.bind((config["server"]["ip"], config["server"]["port"]))
    return s


def serve_one(s):
    request, client = s.recvfrom(config["buffer"])
    print("request:", request.decode("utf-8", errors="replace"))
    # e.g. Monday, 09 March 2026 - 02:05:59 PM
    text = datetime.now().strftime("%A, %d %B %Y - %I:%M:%S %p")
    s.sendto(text.encode("utf-8"), client)


s = open_socket()
serve_one(s)
s.close()
