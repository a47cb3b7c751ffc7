"""Names, addresses, services and ports, looked up with the socket functions."""
import socket

HOSTS = ["www.google.com", "localhost"]
SERVICES = ["ftp", "http"]
PORTS = [20, 21, 80]

for host in HOSTS:
    print("Host", host)

    # Step 1: Find the IP address of the host with socket.gethostbyname(host), and print it.

    # Step 2: Find the name that belongs to this IP address with socket.gethostbyaddr(…), and print
    #         it. (It returns three things: name, other names, addresses.)

# Step 3: Find the name that belongs to 127.0.0.1, and print it.

for service in SERVICES:
    print("Service", service)

    # Step 4: Find its port number with socket.getservbyname(service), and print it.

for port in PORTS:
    print("Port", port)

    # Step 5: Find the service that uses it with socket.getservbyport(port), and print it.

# Step 6: If you like, print the name of this computer: socket.gethostname().

# Step 7: A name that nobody knows ends the program with an exception, an OSError. Say in words what
#         was not found, and go on with the next look-up.
