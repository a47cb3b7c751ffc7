import socket
import struct
import sys


def number(line):
    return int(line) if line.strip().lstrip("-").isdigit() else 0


client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.connect(("127.0.0.1", 8080))
again = "n"
while again != "y":
    print("First number:", flush=True)
    first = number(sys.stdin.readline())
    print("Second number:", flush=True)
    second = number(sys.stdin.readline())
    print("+ or -:", flush=True)
    operation = {"+": 0, "-": 1}.get(sys.stdin.readline().strip())
    if operation is None:
        print("Invalid input", flush=True)
    else:
        client.send(struct.pack("!iii", first, second, operation))
        print("Result:", struct.unpack("!i", client.recv(4))[0], flush=True)
    print("Exit? (y/n)", flush=True)
    again = sys.stdin.readline().strip()
