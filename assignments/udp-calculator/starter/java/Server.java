import java.net.*;
import java.nio.charset.StandardCharsets;

/** A calculator over UDP, the server: answers each computation with its result. */
public class Server {
    static final String HOST = "127.0.0.1";
    static final int PORT = 5550;

    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(PORT, InetAddress.getByName(HOST));
        System.out.println("Waiting for datagrams on port " + PORT);

        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[1024], 1024);
            socket.receive(packet);

            // Step 1: Make text of the bytes in the datagram: new String(packet.getData(), 0,
            //         packet.getLength(), StandardCharsets.UTF_8).

            // Step 2: Take the request apart: first number, operator, second number. Decide how
            //         your two programs write it: 5 + 6 or (+, 5, 6). Numbers may be negative, or
            //         decimals such as 2.5.

            // Step 3: Compute the result for + - * and /. Note that 7 / 2 is 3.5.

            // Step 4: What if the request makes no sense, or divides by zero? Choose an answer in
            //         words: the server must live on.

            // Step 5: Send the result, as text, to the address that the request came from:
            //         socket.send(…) takes a new DatagramPacket with the bytes of the text and
            //         packet.getSocketAddress().
        }
    }
}
