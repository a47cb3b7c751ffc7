import java.net.*;
import java.nio.charset.StandardCharsets;

/**
 * A calculator over UDP, the client: sends its user's computation to the server and prints the
 * result.
 */
public class Client {
    static final String HOST = "127.0.0.1";
    static final int PORT = 5550;

    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket();

        // Step 1: Ask the user for a computation such as 5 + 6: nextLine() of a Scanner on
        //         System.in.

        // Step 2: Send it to the server, in the form that your server understands: socket.send(…)
        //         takes a DatagramPacket with the bytes of the text
        //         (getBytes(StandardCharsets.UTF_8)), the address InetAddress.getByName(HOST) and
        //         PORT.

        // Step 3: Wait for the result: socket.receive(packet), with a new DatagramPacket(new
        //         byte[1024], 1024).

        // Step 4: Print the result that the server sent, as text. The client computes nothing
        //         itself.

        // Step 5: Close the socket, so that the program ends.
    }
}
