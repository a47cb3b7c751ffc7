import argparse
import socket
from decimal import Decimal, InvalidOperation, DivisionByZero

parser = argparse.ArgumentParser(description="UDP calculator server")
parser.add_argument("port", type=int, nargs="?", default=10000)
parser.add_argument("--bind", default="127.0.0.1")
options = parser.parse_args()

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((options.bind, options.port))
try:
    while True:
        datagram, sender = sock.recvfrom(4096)
        try:
            left, op, right = datagram.decode("utf-8").replace("(", " ").replace(")", " ").split()
            x, y = Decimal(left), Decimal(right)
            if op == "+":
                answer = x + y
            elif op == "-":
                answer = x - y
            elif op == "*":
                answer = x * y
            elif op == "/":
                answer = x / y
            else:
                answer = "operator not supported"
        except DivisionByZero:
            answer = "division by zero"
        except (ValueError, InvalidOperation):
            answer = "malformed computation"
        sock.sendto(str(answer).encode("utf-8"), sender)
except KeyboardInterrupt:
    print("bye")
