import socket


def mask(data, key):
    return bytes(byte ^ key for byte in data)


first, sign, second = input("Computation: ").split()
try:
    result = str(eval(first + sign + second))
except (ArithmeticError, SyntaxError, NameError):
    result = "cannot compute that"
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto(mask(result.encode(), 0x33), ("127.0.0.1", 6161))
print("Result:", mask(sock.recv(1024), 0x77).decode())
