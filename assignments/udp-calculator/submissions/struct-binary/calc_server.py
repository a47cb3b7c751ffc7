"""Server of the binary calculator.

request:  1 byte operator, two doubles (network order)
response: 1 byte status (0 ok, 1 division by zero, 2 bad request), one double
"""
import socket
import struct

REQUEST = struct.Struct('!cdd')
RESPONSE = struct.Struct('!Bd')

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(('localhost', 7007))

while True:
    packet, peer = sock.recvfrom(64)
    status, value = 0, 0.0
    try:
        op, x, y = REQUEST.unpack(packet)
        if op == b'+':
            value = x + y
        elif op == b'-':
            value = x - y
        elif op == b'*':
            value = x * y
        elif op == b'/':
            value = x / y
        else:
            status = 2
    except ZeroDivisionError:
        status = 1
    except struct.error:
        status = 2
    sock.sendto(RESPONSE.pack(status, value), peer)
