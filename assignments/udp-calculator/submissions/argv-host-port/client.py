import argparse
import socket

parser = argparse.ArgumentParser(description="UDP calculator client")
parser.add_argument("host", nargs="?", default="127.0.0.1")
parser.add_argument("port", type=int, nargs="?", default=10000)
options = parser.parse_args()

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print("Enter 'quit' to stop")
expression = input("Expression: ")
while expression != "quit":
    sock.sendto(expression.encode("utf-8"), (options.host, options.port))
    print("->", sock.recv(4096).decode("utf-8"))
    expression = input("Expression: ")
