import java.net.*;
import java.nio.charset.StandardCharsets;

/** The time over TCP, the server: tells every client that connects the current time. */
public class Server {
    static final String HOST = "127.0.0.1";
    static final int PORT = 5550;

    public static void main(String[] args) throws Exception {
        ServerSocket server = new ServerSocket(PORT, 50, InetAddress.getByName(HOST));
        System.out.println("Waiting for clients on port " + PORT);

        while (true) {
            // For each client, accept gives a socket of its own.
            Socket client = server.accept();

            // Step 1: Receive the client's request, whatever it says:
            //         client.getInputStream().read(bytes) gives the length.

            // Step 2: Read the clock, here and not before: LocalDateTime.now(). Write the time as
            //         text.

            // Step 3: Send the text: client.getOutputStream().write(…), with the bytes of the text.

            // Step 4: Close this client's connection: client.close(). That tells the client that
            //         the answer is complete.
        }
    }
}
