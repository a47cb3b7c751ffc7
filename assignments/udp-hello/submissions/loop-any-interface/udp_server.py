import socket

PORT = 12345

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(('', PORT))
print(f"[*] UDP server listening on port {PORT}")

while True:
    message, client_address = sock.recvfrom(4096)
    print(f"[{client_address[0]}:{client_address[1]}] {message.decode()}")
    sock.sendto("Hello Client".encode(), client_address)
