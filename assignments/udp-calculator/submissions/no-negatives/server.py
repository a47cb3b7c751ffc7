import re
import socket

pattern = re.compile(r"(\d+(?:\.\d+)?)\s*([-+*/])\s*(\d+(?:\.\d+)?)")

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("127.0.0.1", 33333))
while True:
    data, who = sock.recvfrom(1024)
    found = pattern.search(data.decode("utf-8", "ignore"))
    if not found:
        reply = "I only know: number operator number"
    else:
        a, op, b = float(found.group(1)), found.group(2), float(found.group(3))
        if op == "/" and b == 0:
            reply = "division by zero"
        else:
            result = a + b if op == "+" else a - b if op == "-" else a * b if op == "*" else a / b
            reply = "Result: %.10g" % result
    sock.sendto(reply.encode(), who)
