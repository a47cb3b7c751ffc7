import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Makes two network namespaces and a cable between them: in the far one a server that says `outside` to everybody, in the near one, which
 * this process stays in, a machine whose only way out is that cable.
 */
const WORLD = `import ctypes, json, os, socket, subprocess, sys, threading
addresses, port = json.loads(sys.argv[1]), int(sys.argv[2])
NEW_NETWORK = 0x40000000
reader, writer = os.pipe()
connected, connect = os.pipe()
ready, tell = os.pipe()
ip = lambda line: subprocess.run(["ip", *line.split()], check=True)
near, far = ("192.0.2.1/32", "2001:db8:1::1/128"), None
child = os.fork()
if child == 0:
    ctypes.CDLL(None).unshare(NEW_NETWORK)
    os.write(writer, b"x"); os.read(connected, 1)
    for line in ["link set lo up", "link set away up"]: ip(line)
    for address in addresses: ip("addr add %s/%d dev away%s" % ((address, 128, " nodad") if ":" in address else (address, 24, "")))
    ip("-6 route add 2001:db8:1::1 dev away")
    def serve(address):
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        stream, datagrams = socket.socket(family), socket.socket(family, socket.SOCK_DGRAM)
        for s in (stream, datagrams): s.bind((address, port))
        stream.listen()
        def echo():
            while True: datagrams.sendto(b"outside", datagrams.recvfrom(99)[1])
        threading.Thread(target=echo, daemon=True).start()
        os.write(tell, b"x")
        while True:
            try:
                with stream.accept()[0] as c: c.recv(99); c.send(b"outside")
            except OSError: pass
    for address in addresses[1:]: threading.Thread(target=serve, args=(address,), daemon=True).start()
    serve(addresses[0])
os.read(reader, 1)
ip("link set lo up")
ip("link add out type veth peer name away netns %d" % child)
ip("link set out up")
ip("addr add 198.51.100.1/24 dev out")
ip("addr add 2001:db8:1::1/128 dev out nodad")
os.write(connect, b"x")
for address in addresses: os.read(ready, 1)
for address in addresses:
    if ":" in address: ip("-6 route add %s dev out" % address)
print("open", flush=True)
sys.stdin.read()
os.kill(child, 9)`;

/** A machine of our own making with a way out to a server of our own making. */
export class OutsideWorld {
  private constructor(private readonly holder: ChildProcess) {}

  static async open(addresses: string[], port: number): Promise<OutsideWorld> {
    const user = process.getuid?.() === 0 ? [] : ['--user', '--map-current-user', '--keep-caps'];
    const program = ['/usr/bin/python3', '-c', WORLD, JSON.stringify(addresses), String(port)];
    const path = `${process.env.PATH}:/usr/sbin:/sbin`;
    const holder = spawn('unshare', [...user, '--net', '--', ...program], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { PATH: path },
    });
    const opened = await Promise.race([once(holder.stdout!, 'data'), once(holder, 'exit')]);
    if (String(opened[0]) !== 'open\n') throw new Error('the outside world could not be made');
    return new OutsideWorld(holder);
  }

  /** Makes of a command one that runs on that machine. */
  readonly within = (command: string[]): string[] => {
    const user = process.getuid?.() === 0 ? [] : ['--user', '--preserve-credentials'];
    return ['nsenter', `--target=${this.holder.pid}`, ...user, '--net', '--', ...command];
  };

  async close(): Promise<void> {
    this.holder.stdin?.end();
    if (this.holder.exitCode === null) await once(this.holder, 'exit');
  }
}
