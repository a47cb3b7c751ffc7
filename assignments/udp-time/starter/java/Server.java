import java.net.*;
import java.nio.charset.StandardCharsets;

/** Date and time over UDP, the server: answers every datagram with the current date and time. */
public class Server {
    static final String HOST = "127.0.0.1";
    static final int PORT = 5550;

    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(PORT, InetAddress.getByName(HOST));
        System.out.println("Waiting for datagrams on port " + PORT);

        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[1024], 1024);
            socket.receive(packet);

            // Step 1: Read the clock, here and not before, so that each client gets the time of its
            //         own request: LocalDateTime.now().

            // Step 2: Write date and time as text, in any usual way.

            // Step 3: Send the text to the address that the request came from: socket.send(…) takes
            //         a new DatagramPacket with the bytes of the text and
            //         packet.getSocketAddress().
        }
    }
}
