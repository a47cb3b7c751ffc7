import json
import socket

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
line = input("Enter a calculation: ")
a, op, b = line.split()
sock.sendto(json.dumps({"a": a, "op": op, "b": b}).encode(), ("127.0.0.1", 6161))
data, _ = sock.recvfrom(1024)
if json.loads(data)["status"] == "ok":
    print("Result:", eval(a + op + b))
