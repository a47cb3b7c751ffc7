#!/bin/bash
# look-ups with getent, which calls the same functions of the C library
site=www.google.com

ip=$(getent ahostsv4 "$site" | awk '{ print $1; exit }')
echo "$site has the address $ip"
echo "$ip has the name $(getent hosts "$ip" | awk '{ print $2 }')"

for service in ftp http; do
  echo "$service uses port $(getent services "$service" | awk '{ print $2 }')"
done
for port in 20 21 80; do
  echo "port $port is used by $(getent services "$port/tcp" | awk '{ print $1 }')"
done
