import java.net.*;
import java.nio.charset.StandardCharsets;

/** A greeting over UDP, the server: waits for a greeting, prints it and sends one back. */
public class Server {
    static final String HOST = "127.0.0.1";
    static final int PORT = 5550;

    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(PORT, InetAddress.getByName(HOST));
        System.out.println("Waiting for datagrams on port " + PORT);

        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[1024], 1024);
            socket.receive(packet);

            // Step 1: The bytes in the datagram are text in UTF-8. Make a string of them: new
            //         String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8).

            // Step 2: Print the text that came. It may be any text, not only your own client's
            //         greeting.

            // Step 3: Send a greeting of your own (for example "Hello Client") to the address that
            //         the datagram came from: socket.send(…) takes a new DatagramPacket with the
            //         bytes of the text and packet.getSocketAddress().
        }
    }
}
