import json
import socket

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("127.0.0.1", 9191))
while True:
    data, addr = sock.recvfrom(2048)
    try:
        request = json.loads(data)
        reply = {"result": request["value"]}
    except Exception:
        reply = {"result": "invalid request"}
    sock.sendto(json.dumps(reply).encode(), addr)
