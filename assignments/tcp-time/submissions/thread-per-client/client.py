import socket

HOST = input("Host [localhost]: ") or "localhost"
PORT = int(input("Port [8000]: ") or 8000)

with socket.create_connection((HOST, PORT)) as sock:
    sock.sendall("hey server, Set my time".encode("utf-8"))
    parts = []
    while True:
        part = sock.recv(16)
        if not part:
            break
        parts.append(part)
print("Time:", b"".join(parts).decode("utf-8"))
