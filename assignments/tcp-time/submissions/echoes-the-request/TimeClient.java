import java.io.*;
import java.net.*;

public class TimeClient {
    public static void main(String[] args) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", 1300)) {
            socket.getOutputStream().write("hey server, Set my time".getBytes());
            socket.getOutputStream().flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            System.out.println("Server: " + answer);
        }
    }
}
