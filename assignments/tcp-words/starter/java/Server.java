import java.net.*;
import java.nio.charset.StandardCharsets;

/**
 * Four clients and their words over TCP, the server: tells each client the number of characters and
 * the first character of its word.
 */
public class Server {
    static final String HOST = "127.0.0.1";
    static final int PORT = 5550;

    public static void main(String[] args) throws Exception {
        ServerSocket server = new ServerSocket(PORT, 50, InetAddress.getByName(HOST));
        System.out.println("Waiting for clients on port " + PORT);

        while (true) {
            // For each client, accept gives a socket of its own.
            Socket client = server.accept();

            // Step 1: Receive the client's word: client.getInputStream().read(bytes) gives the
            //         length. Make text of the bytes (new String(bytes, 0, length,
            //         StandardCharsets.UTF_8)), without a newline that may stand at its end
            //         (strip()).

            // Step 2: Count the characters of the word, not its bytes: word.codePointCount(0,
            //         word.length()); word.length() counts an emoji twice.

            // Step 3: Find its first character: new String(Character.toChars(word.codePointAt(0))).
            //         What if the word is empty?

            // Step 4: Send both to the client: client.getOutputStream().write(…), with the bytes of
            //         the text.

            // Step 5: Close this client's connection: client.close(). Then the next client has its
            //         turn. (How could four clients have theirs at the same time?)
        }
    }
}
