#!/bin/bash
# ask the time server for the time, without netcat
exec 3<>/dev/tcp/127.0.0.1/3344
echo "hey server, Set my time" >&3
while read -r line || [ -n "$line" ]; do
    echo "the Current time is: $line"
done <&3
exec 3>&-
