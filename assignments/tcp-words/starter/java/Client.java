import java.net.*;
import java.nio.charset.StandardCharsets;

/**
 * Four clients and their words over TCP, the client: sends one word and prints what the server says
 * about it; start it four times.
 */
public class Client {
    static final String HOST = "127.0.0.1";
    static final int PORT = 5550;

    public static void main(String[] args) throws Exception {
        // Step 1: Get a word: from the user (nextLine() of a Scanner on System.in) or from the
        //         command line (args).

        Socket socket = new Socket(HOST, PORT);

        // Step 2: Send the word: socket.getOutputStream().write(…), with the bytes of the text.

        // Step 3: Receive the answer: socket.getInputStream().readAllBytes() reads to the end. Must
        //         you wait for the end, or can you tell earlier that the answer is complete?

        // Step 4: Print the answer as text.

        // Step 5: Close the connection: socket.close().
    }
}
