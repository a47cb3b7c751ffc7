import socket

with socket.create_connection(("localhost", 5550)) as connection:
    lines = connection.makefile("r", encoding="utf-8")
    greeting = lines.readline().strip()
    if not greeting.startswith("100"):
        raise SystemExit("no time service there: " + greeting)
    connection.sendall(b"hey server, Set my time\r\n")
    print("the current time is", lines.readline().strip())
