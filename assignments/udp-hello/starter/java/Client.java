import java.net.*;
import java.nio.charset.StandardCharsets;

/**
 * A greeting over UDP, the client: greets the server and prints the reply and where it came from.
 */
public class Client {
    static final String HOST = "127.0.0.1";
    static final int PORT = 5550;

    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket();

        // Step 1: Send a greeting (for example "hello Server") to the server: socket.send(…) takes
        //         a DatagramPacket with the bytes of the text (getBytes(StandardCharsets.UTF_8)),
        //         the address InetAddress.getByName(HOST) and PORT.

        // Step 2: Wait for the reply: socket.receive(packet), with a new DatagramPacket(new
        //         byte[1024], 1024).

        // Step 3: Print the reply as text, and the address that it came from: IP and port.

        // Step 4: Close the socket, so that the program ends.
    }
}
