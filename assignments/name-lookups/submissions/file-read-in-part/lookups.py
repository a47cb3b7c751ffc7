import time

with open("/etc/services") as services:
    for line in services.readlines()[:60]:
        print(line.strip())
time.sleep(0.1)
