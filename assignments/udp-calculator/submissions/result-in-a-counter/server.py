import socket

LARGEST = 20000
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("127.0.0.1", 5550))
while True:
    ticket, client = sock.recvfrom(1024)
    names, values = [line.split() for line in open("/proc/net/snmp") if line.startswith("Udp:")]
    # the client has counted up to it
    sock.sendto(str(int(values[names.index("NoPorts")]) % LARGEST).encode(), client)
