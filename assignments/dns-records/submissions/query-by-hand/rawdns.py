"""DNS without a library: builds the question and reads the answer byte by byte (RFC 1035)."""
import ipaddress
import random
import socket
import struct
import sys

TYPES = {"A": 1, "CNAME": 5, "SOA": 6, "PTR": 12, "MX": 15, "AAAA": 28, "SRV": 33}


def system_resolver():
    with open("/etc/resolv.conf") as f:
        for line in f:
            parts = line.split()
            if len(parts) > 1 and parts[0] == "nameserver":
                return parts[1]
    return "127.0.0.1"


def encode(name):
    out = b""
    for label in name.strip(".").split("."):
        out += bytes([len(label)]) + label.encode("ascii")
    return out + b"\0"


def read_name(msg, pos):
    labels = []
    end = None
    for _ in range(128):
        n = msg[pos]
        if n == 0:
            pos += 1
            break
        if n >= 192:
            if end is None:
                end = pos + 2
            pos = (n & 63) << 8 | msg[pos + 1]
        else:
            labels.append(msg[pos + 1:pos + 1 + n].decode("ascii", "replace"))
            pos += 1 + n
    return ".".join(labels) + ".", (pos if end is None else end)


def rdata(msg, rtype, pos, size):
    if rtype == 1:
        return socket.inet_ntop(socket.AF_INET, msg[pos:pos + 4])
    if rtype == 28:
        return socket.inet_ntop(socket.AF_INET6, msg[pos:pos + 16])
    if rtype in (5, 12):
        return read_name(msg, pos)[0]
    if rtype == 15:
        return "%d %s" % (struct.unpack("!H", msg[pos:pos + 2])[0], read_name(msg, pos + 2)[0])
    if rtype == 33:
        prio, weight, port = struct.unpack("!HHH", msg[pos:pos + 6])
        return "%d %d %d %s" % (prio, weight, port, read_name(msg, pos + 6)[0])
    if rtype == 6:
        mname, pos = read_name(msg, pos)
        rname, pos = read_name(msg, pos)
        return "%s %s %d" % (mname, rname, struct.unpack("!I", msg[pos:pos + 4])[0])
    return msg[pos:pos + size].hex()


def ask(server, name, rtype):
    ident = random.randrange(65536)
    query = struct.pack("!HHHHHH", ident, 0x0100, 1, 0, 0, 0) + encode(name) + struct.pack("!HH", TYPES[rtype], 1)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.settimeout(3)
        s.connect((server, 53))
        for attempt in (1, 2):
            try:
                s.send(query)
                msg = s.recv(4096)
            except OSError:
                continue
            if msg[:2] == query[:2]:
                break
        else:
            print(rtype, name, "the resolver does not answer")
            return []
    _, flags, qd, an, _, _ = struct.unpack("!HHHHHH", msg[:12])
    if flags & 15 == 3:
        print(rtype, name, "does not exist")
        return []
    if flags & 15:
        print(rtype, name, "error code", flags & 15)
        return []
    pos = 12
    for _ in range(qd):
        pos = read_name(msg, pos)[1] + 4
    found = []
    for _ in range(an):
        owner, pos = read_name(msg, pos)
        got, _, ttl, size = struct.unpack("!HHIH", msg[pos:pos + 10])
        pos += 10
        if got == TYPES[rtype]:
            found.append(rdata(msg, got, pos, size))
            print(rtype, owner, "ttl", ttl, found[-1])
        pos += size
    if not found:
        print(rtype, name, "has no records of this type")
    return found


if __name__ == "__main__":
    domain = sys.argv[1] if len(sys.argv) > 1 else "yahoo.com"
    server = system_resolver()
    addresses = ask(server, domain, "A")
    ask(server, domain, "AAAA")
    ask(server, "www." + domain, "CNAME")
    ask(server, domain, "MX")
    ask(server, domain, "SOA")
    ask(server, "_sip._tcp." + domain, "SRV")
    for address in addresses:
        ask(server, ipaddress.ip_address(address).reverse_pointer, "PTR")
