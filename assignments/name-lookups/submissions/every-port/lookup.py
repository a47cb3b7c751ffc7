services = ["ftp", "http", "ssh", "smtp"]
for port in range(1, 10000):
    print(port)
