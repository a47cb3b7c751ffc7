#!/bin/sh
# first the files that the functions look into, then the functions
cat /etc/hosts
getent services
getent hosts www.example.com
ip=$(getent ahostsv4 www.example.com | head -n 1 | cut -d ' ' -f 1)
getent hosts "$ip"
getent hosts 127.0.0.1
getent hosts localhost
getent services ftp
getent services 80
hostname
