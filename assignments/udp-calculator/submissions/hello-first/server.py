from socket import socket, AF_INET, SOCK_DGRAM

# A client says HELLO once; only then its computations are answered.
s = socket(AF_INET, SOCK_DGRAM)
s.bind(("", 7411))
known = set()
while True:
    data, who = s.recvfrom(512)
    text = data.decode().strip()
    if text == "HELLO":
        known.add(who)
        s.sendto(b"WELCOME", who)
        continue
    if who not in known:
        s.sendto(b"say HELLO first", who)
        continue
    try:
        a, op, b = text.split("|")
        a, b = float(a), float(b)
        if op == "+":
            r = a + b
        elif op == "-":
            r = a - b
        elif op == "*":
            r = a * b
        elif op == "/":
            r = a / b
        else:
            raise ValueError(op)
        s.sendto(("RESULT|%s" % r).encode(), who)
    except (ValueError, ZeroDivisionError) as e:
        s.sendto(("ERROR|%s" % e).encode(), who)
