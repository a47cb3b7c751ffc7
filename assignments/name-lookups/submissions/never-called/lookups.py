import socket


def find_ip(name):
    ip = socket.gethostbyname(name)
    print(name, ip)
    return ip


def find_host(ip):
    print(ip, socket.gethostbyaddr(ip))


def find_port(service):
    print(service, socket.getservbyname(service))


def find_service(port):
    print(port, socket.getservbyport(port))


def main():
    ip = find_ip("www.google.com")
    find_ip("localhost")
    find_host(ip)
    find_host("127.0.0.1")
    find_port("ftp")
    find_service(20)
