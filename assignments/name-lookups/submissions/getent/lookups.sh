#!/bin/sh
# getent calls gethostbyname, gethostbyaddr, getservbyname and getservbyport for the shell

name_of() { getent hosts "$1" || echo "$1: no name"; }

for host in www.yahoo.com localhost; do
  echo "== $host"
  getent ahostsv4 "$host"
done

address=$(getent ahostsv4 www.yahoo.com | head -n 1 | cut -d ' ' -f 1)
echo "== $address and 127.0.0.1"
name_of "$address"
name_of 127.0.0.1

echo "== services"
getent services telnet
getent services http/udp
getent services 25
getent services 80/tcp

echo "== me"
uname -n
