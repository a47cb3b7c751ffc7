import logging

import dns.exception
import dns.resolver

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")

for name, kind in (("yahoo.com", "A"), ("yahoo.com", "MX"), ("yahoo.com", "TXT")):
    try:
        for record in dns.resolver.resolve(name, kind):
            logging.info("%s of %s: %s", kind, name, record)
    except dns.exception.DNSException as error:
        logging.error("cannot look %s of %s up: %s", kind, name, error)
