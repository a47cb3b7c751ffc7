import { type Attack, type Planted, spokenHere } from './attack.js';

/** The machine's sockets, the arena's network, and what is neither TCP nor UDP. */
export function attacksOnNetwork({ addresses }: Planted): Attack[] {
  const protocols = spokenHere({ 'multipath-tcp': 'MPTCP', sctp: 'SCTP', dccp: 'DCCP', udplite: 'UDP-Lite' });
  const netlink = ['netlink-events', 'netlink-users'];
  return [
    {
      title: 'reaches the network and the sockets of the machine',
      control: 'host',
      wins: [...addresses.map((address) => `tcp-${address}`), 'udp', 'abstract', 'path'],
      code: `
for address in ADDRESSES:
    attempt("tcp-" + address, lambda: socket.create_connection((address, PORT), 2).recv(6) == b"inside")
def udp():
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(1)
    s.sendto(b"hello", ("127.0.0.1", PORT)); return s.recv(6) == b"inside"
attempt("udp", udp)
def unix(name):
    s = socket.socket(socket.AF_UNIX); s.settimeout(2); s.connect(name); return s.recv(6) == b"inside"
# Node pads the name of an abstract socket, or does not: by version.
attempt("abstract", lambda: any_of([lambda name=name: unix(name) for name in ["\\0" + PATH, ("\\0" + PATH).ljust(108, "\\0")]]))
attempt("path", lambda: unix(PATH))`,
    },
    {
      title: 'opens packet and raw sockets',
      control: 'arena',
      wins: ['packet', 'packet-datagram', 'raw', 'raw6', ...spokenHere({ xdp: 'XDP' })],
      code: `
attempt("packet", lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 3))
attempt("packet-datagram", lambda: socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, 3))
attempt("raw", lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP))
attempt("raw6", lambda: socket.socket(socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_ICMPV6))
attempt("xdp", lambda: socket.socket(44, socket.SOCK_RAW))`,
    },
    {
      title: 'speaks with the machine that ours runs on',
      control: 'arena',
      wins: spokenHere({ vsock: 'AF_VSOCK' }),
      filtered: ['vsock', 'vsock-datagram', 'bluetooth'],
      code: `
attempt("vsock", lambda: socket.socket(40, socket.SOCK_STREAM))
attempt("vsock-datagram", lambda: socket.socket(40, socket.SOCK_DGRAM))
attempt("bluetooth", lambda: socket.socket(31, socket.SOCK_RAW, 1))`,
    },
    {
      title: 'changes the arena’s network',
      control: 'arena',
      wins: ['address', 'sysctl', 'down'],
      code: `
def ip(*words):
    done = subprocess.run(["ip", *words], capture_output=True, text=True)
    if done.returncode: raise OSError(done.stderr.strip())
    return True
attempt("address", lambda: ip("addr", "add", "10.9.8.7/32", "dev", "lo"))
attempt("sysctl", lambda: open("/proc/sys/net/ipv4/ip_default_ttl", "w").write("7"))
attempt("down", lambda: ip("link", "set", "lo", "down"))`,
    },
    {
      title: 'asks the kernel for protocols that no course speaks of',
      control: 'arena',
      wins: [...netlink, ...protocols],
      filtered: [...netlink, ...protocols, 'netlink-firewall', 'netlink-generic', 'ping'],
      code: `
for name, family, kind, protocol in [("netlink-events", 16, 3, 15), ("netlink-users", 16, 3, 2), ("netlink-firewall", 16, 3, 12), ("netlink-generic", 16, 3, 16), ("multipath-tcp", 2, 1, 262), ("sctp", 2, 1, 132), ("dccp", 2, 6, 33), ("udplite", 2, 2, 136), ("ping", 2, 2, 1)]:
    attempt(name, lambda: socket.socket(family, kind, protocol))`,
    },
  ];
}
