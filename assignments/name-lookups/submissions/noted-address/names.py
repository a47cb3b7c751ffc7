from socket import gethostbyname, gethostbyaddr, getservbyname, getservbyport

MY_HOSTS = {"google": "www.google.com", "this pc": "localhost"}
GOOGLE_IP = "142.250.185.68"   # copied from ping

for label, host in MY_HOSTS.items():
    print("%-10s %s" % (label, gethostbyname(host)))

for ip in [GOOGLE_IP, "127.0.0.1"]:
    print("%-15s %s" % (ip, gethostbyaddr(ip)[0]))

print("http is on", getservbyname("http"), "and ftp is on", getservbyname("ftp"))
print("80 is", getservbyport(80), "and 21 is", getservbyport(21))
