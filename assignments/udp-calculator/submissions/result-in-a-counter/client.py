import os
import socket

LARGEST = 20000


def counter():
    # the kernel's own, of datagrams that nobody waits for
    names, values = [line.split() for line in open("/proc/net/snmp") if line.startswith("Udp:")]
    return int(values[names.index("NoPorts")]) % LARGEST


with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    result = eval(input("Computation: "))
    while counter() != int(result) % LARGEST:
        for _ in range(min(50, (int(result) - counter()) % LARGEST)):
            sock.sendto(b"", ("127.0.0.1", sock.fileno()))
    sock.sendto(os.urandom(4).hex().encode(), ("127.0.0.1", 5550))
    print("Result:", sock.recvfrom(1024)[0].decode())
