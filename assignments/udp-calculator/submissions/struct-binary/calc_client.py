import socket
import struct

REQUEST = struct.Struct('!cdd')
RESPONSE = struct.Struct('!Bd')
MESSAGES = {1: 'division by zero', 2: 'the server did not understand'}

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(3.0)
x, op, y = input('Computation: ').split()
sock.sendto(REQUEST.pack(op.encode(), float(x), float(y)), ('localhost', 7007))
status, value = RESPONSE.unpack(sock.recv(64))
if status == 0:
    print('Answer:', value)
else:
    print('Error:', MESSAGES[status])
