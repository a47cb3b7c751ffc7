import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
host = socket.gethostname()
port = 4444
s.bind((host, port))
print("server", host, "waiting")

def read(expr):
    # finds the operator, the first character may be a sign
    for i in range(1, len(expr)):
        if expr[i] in "+-*/":
            return float(expr[:i]), expr[i], float(expr[i+1:])
    raise ValueError("no operator")

while True:
    msg, addr = s.recvfrom(1024)
    try:
        a, o, b = read(msg.decode().replace(" ", ""))
        if o == "+": out = a + b
        if o == "-": out = a - b
        if o == "*": out = a * b
        if o == "/": out = a / b
        out = "Result: %s" % out
    except ZeroDivisionError:
        out = "Division by zero is undefined"
    except ValueError:
        out = "Invalid computation"
    s.sendto(out.encode(), addr)
