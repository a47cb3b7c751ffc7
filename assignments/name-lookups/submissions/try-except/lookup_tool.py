#!/usr/bin/env python3
"""Looks up hosts and services and reports what could not be found."""
import socket


def show(label, function, *args):
    try:
        result = function(*args)
    except (socket.gaierror, socket.herror, OSError) as error:
        print(label, "-> not found:", error)
        return None
    print(label, "->", result)
    return result


def main():
    for name in ("www.google.com", "localhost"):
        ip = show("address of " + name, socket.gethostbyname, name)
        if ip is not None:
            show("name of " + ip, socket.gethostbyaddr, ip)
    show("name of 127.0.0.1", socket.gethostbyaddr, "127.0.0.1")
    for service in ("ftp", "http", "smtp"):
        show("port of " + service, socket.getservbyname, service, "tcp")
    for port in (20, 21, 80):
        show("service on " + str(port), socket.getservbyport, port, "tcp")
    print("my name ->", socket.gethostname())


main()
