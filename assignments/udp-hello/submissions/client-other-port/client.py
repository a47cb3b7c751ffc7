import socket

def main():
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.sendto("hello Server".encode("utf-8"), ("localhost", 1000))
    print("waiting to receive")
    data, address = s.recvfrom(4096)
    print("received", data.decode("utf-8"), "from", address)
    s.close()

if __name__ == "__main__":
    main()
