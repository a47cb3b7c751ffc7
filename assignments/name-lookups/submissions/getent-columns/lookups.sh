#!/usr/bin/env bash
# whole lines of getent, with the IPv6 addresses that it prefers
host=${1:-www.google.com}

show() {
  local line
  if line=$(getent hosts "$1"); then
    printf '%-18s %s\n' "$1" "$line"
  else
    printf '%-18s not found\n' "$1"
  fi
}

show "$host"
while read -r ip _; do
  show "$ip"
done < <(getent hosts "$host")
show localhost
show 127.0.0.1

for service in http ftp; do getent services "$service"; done
for port in 80 21; do getent services "$port"; done
echo "I am $HOSTNAME"
