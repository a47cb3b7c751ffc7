import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names, addresses, services and ports, looked up with the classes of Java. */
public class Lookup {
    static final String[] HOSTS = {"www.google.com", "localhost"};
    static final String[] SERVICES = {"ftp", "http"};
    static final int[] PORTS = {20, 21, 80};

    public static void main(String[] args) throws Exception {
        for (String host : HOSTS) {
            System.out.println("Host " + host);

            // Step 1: Find the IP address of the host: InetAddress.getByName(host) has it in
            //         getHostAddress(). Print it.

            // Step 2: Find the name that belongs to this IP address, and print it: make a new
            //         InetAddress from the address's text, and ask it for getCanonicalHostName().
        }

        // Step 3: Find the name that belongs to 127.0.0.1, and print it.

        for (String service : SERVICES) {
            System.out.println("Service " + service);

            // Step 4: Find its port number, and print it. Java has no function for that. The numbers
            //         stand in the file /etc/services, in lines such as "ftp  21/tcp": read them with
            //         Files.readAllLines(Path.of("/etc/services")).
        }

        for (int port : PORTS) {
            System.out.println("Port " + port);

            // Step 5: Find the service that uses it in the same file, and print it.
        }

        // Step 6: If you like, print the name of this computer: InetAddress.getLocalHost().

        // Step 7: A name that nobody knows ends the program with an UnknownHostException. Say in words
        //         what was not found, and go on with the next look-up.
    }
}
