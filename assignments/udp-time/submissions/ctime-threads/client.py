import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(3)
for attempt in range(3):
    sock.sendto(b"", ("localhost", 13013))
    try:
        answer, server = sock.recvfrom(256)
    except socket.timeout:
        print("timeout, trying again")
        continue
    print("The time at", server[0], "is", answer.decode("ascii"))
    break
else:
    sys.exit("server does not answer")
