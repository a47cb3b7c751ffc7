import sys

import dns.exception
import dns.resolver
import dns.reversename


class RecordPrinter:
    """Prints all records of one domain."""

    def __init__(self, domain, timeout=5.0):
        self.domain = domain
        self.resolver = dns.resolver.Resolver()
        self.resolver.timeout = timeout / 2
        self.resolver.lifetime = timeout

    def ask(self, name, rtype):
        try:
            return self.resolver.resolve(name, rtype)
        except dns.resolver.NXDOMAIN:
            print(f"{rtype}: {name} does not exist")
        except dns.resolver.NoAnswer:
            print(f"{rtype}: {name} has no such records")
        except dns.exception.DNSException as error:
            print(f"{rtype}: {name} failed: {error}")
        return []

    def addresses(self):
        found = []
        for rtype in ("A", "AAAA"):
            answer = self.ask(self.domain, rtype)
            for r in answer:
                print(f"{rtype}: {r.address} (ttl {answer.ttl})")
                found.append(r.address)
        return found

    def alias(self):
        answer = self.ask("www." + self.domain, "CNAME")
        for r in answer:
            print(f"CNAME: {r.target} (ttl {answer.ttl})")

    def mail(self):
        answer = self.ask(self.domain, "MX")
        for r in sorted(answer, key=lambda r: r.preference):
            print(f"MX: preference={r.preference} server={r.exchange} (ttl {answer.ttl})")

    def authority(self):
        answer = self.ask(self.domain, "SOA")
        for r in answer:
            print(f"SOA: primary={r.mname} mailbox={r.rname} serial={r.serial} (ttl {answer.ttl})")

    def service(self, prefix):
        answer = self.ask(prefix + "." + self.domain, "SRV")
        for r in answer:
            print(f"SRV: priority={r.priority} weight={r.weight} port={r.port} target={r.target} (ttl {answer.ttl})")

    def reverse(self, addresses):
        for address in addresses:
            answer = self.ask(dns.reversename.from_address(address), "PTR")
            for r in answer:
                print(f"PTR: {address} is {r.target} (ttl {answer.ttl})")

    def run(self):
        addresses = self.addresses()
        self.alias()
        self.mail()
        self.authority()
        self.service("_sip._tcp")
        self.reverse(addresses)


if __name__ == "__main__":
    RecordPrinter(sys.argv[1] if len(sys.argv) > 1 else "yahoo.com").run()
