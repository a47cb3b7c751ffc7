import socket

def main():
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.bind(("localhost", 10000))
    while True:
        print("waiting to receive message")
        data, address = s.recvfrom(4096)
        print("received %s bytes from %s" % (len(data), address))
        print(data.decode("utf-8"))
        s.sendto("Hello Client".encode("utf-8"), address)

if __name__ == "__main__":
    main()
