import java.net.*;
import java.nio.charset.StandardCharsets;

/** Date and time over UDP, the client: asks the server for date and time and prints its answer. */
public class Client {
    static final String HOST = "127.0.0.1";
    static final int PORT = 5550;

    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket();

        // Step 1: Send a request (for example "hey server, Set my time") to the server:
        //         socket.send(…) takes a DatagramPacket with the bytes of the text
        //         (getBytes(StandardCharsets.UTF_8)), the address InetAddress.getByName(HOST) and
        //         PORT.

        // Step 2: Wait for the answer: socket.receive(packet), with a new DatagramPacket(new
        //         byte[1024], 1024).

        // Step 3: Print the time that came, as text. Print it as it is: the server may write it in
        //         any way.

        // Step 4: Close the socket, so that the program ends.
    }
}
