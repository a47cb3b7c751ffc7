import json
import os
import socket

here = os.path.dirname(os.path.abspath(__file__))
config = json.load(open(os.path.join(here, "config.json")))
server = (config["server"]["ip"], config["server"]["port"])

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto(config["request"].encode("utf-8"), server)
answer, _ = s.recvfrom(config["buffer"])
print("Server says it is", answer.decode("utf-8"))
s.close()
