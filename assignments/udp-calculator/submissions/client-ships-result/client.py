import json
import socket


def prepare(a, op, b):
    value = None
    if op == "+":
        value = a + b
    elif op == "-":
        value = a - b
    elif op == "*":
        value = a * b
    elif op == "/":
        value = a / b if b != 0 else "division by zero"
    return {"a": a, "op": op, "b": b, "value": value}


a = float(input("a: "))
op = input("op: ")
b = float(input("b: "))
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto(json.dumps(prepare(a, op, b)).encode(), ("127.0.0.1", 9191))
print("Result:", json.loads(sock.recv(2048))["result"])
