import json
import socket
from settings import ADDRESS, BUFFER

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(ADDRESS)
print("listening on %s:%d" % ADDRESS)

while True:
    raw, who = sock.recvfrom(BUFFER)
    try:
        q = json.loads(raw.decode("utf8"))
        a, b = q["a"], q["b"]
        r = {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b}[q["op"]]()
        answer = {"ok": True, "result": r}
    except ZeroDivisionError:
        answer = {"ok": False, "error": "division by zero"}
    except (ValueError, KeyError, TypeError) as e:
        answer = {"ok": False, "error": "bad request"}
    sock.sendto(json.dumps(answer).encode("utf8"), who)
