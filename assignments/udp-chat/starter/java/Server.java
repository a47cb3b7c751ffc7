import java.net.*;
import java.nio.charset.StandardCharsets;

/**
 * A chat over UDP, the server: shows each line that arrives, and sends back what its user answers.
 */
public class Server {
    static final String HOST = "127.0.0.1";
    static final int PORT = 5550;

    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(PORT, InetAddress.getByName(HOST));
        System.out.println("Waiting for datagrams on port " + PORT);

        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[1024], 1024);
            socket.receive(packet);

            // Step 1: Make text of the bytes in the datagram, and print it: new
            //         String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8).

            // Step 2: Ask the user for an answer: nextLine() of a Scanner on System.in.

            // Step 3: Send the answer to the address that the datagram came from: socket.send(…)
            //         takes a new DatagramPacket with the bytes of the text and
            //         packet.getSocketAddress().
        }
    }
}
