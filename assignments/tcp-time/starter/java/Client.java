import java.net.*;
import java.nio.charset.StandardCharsets;

/** The time over TCP, the client: asks the server for the time and prints its answer. */
public class Client {
    static final String HOST = "127.0.0.1";
    static final int PORT = 5550;

    public static void main(String[] args) throws Exception {
        Socket socket = new Socket(HOST, PORT);

        // Step 1: Send a request (for example "hey server, Set my time"):
        //         socket.getOutputStream().write(…), with the bytes of the text.

        // Step 2: Receive the answer until the server closes the connection:
        //         socket.getInputStream().readAllBytes() reads to the end.

        // Step 3: Print the time that came, as text. Print it as it is: the server may write it in
        //         any way.

        // Step 4: Close the connection: socket.close().
    }
}
