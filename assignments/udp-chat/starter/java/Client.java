import java.net.*;
import java.nio.charset.StandardCharsets;

/** A chat over UDP, the client: sends the lines that its user types, and shows the answers. */
public class Client {
    static final String HOST = "127.0.0.1";
    static final int PORT = 5550;

    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket();

        // Step 1: Ask the user for a line: nextLine() of a Scanner on System.in.

        // Step 2: Send the line to the server in one datagram: socket.send(…) takes a
        //         DatagramPacket with the bytes of the text (getBytes(StandardCharsets.UTF_8)), the
        //         address InetAddress.getByName(HOST) and PORT.

        // Step 3: Wait for the answer, and print it as text: socket.receive(packet), with a new
        //         DatagramPacket(new byte[1024], 1024).

        // Step 4: Begin again with the next line. How does your chat end: with a word such as bye,
        //         or at the end of the input?
    }
}
