#!/bin/sh
# gethostbyname, gethostbyaddr, getservbyname ("ftp") and getservbyport (80) get their answers from these files
cat /etc/hosts /etc/services
hostname
