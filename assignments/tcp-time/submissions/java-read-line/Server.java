import java.io.*;
import java.net.*;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

public class Server {
    public static void main(String[] args) throws IOException {
        ServerSocket welcomeSocket = new ServerSocket(6789);
        System.out.println("Waiting for clients on port 6789");
        while (true) {
            Socket connection = welcomeSocket.accept();
            BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream()));
            PrintWriter out = new PrintWriter(connection.getOutputStream(), true);
            String request = in.readLine();
            System.out.println("Received: " + request);
            out.println(LocalTime.now().format(DateTimeFormatter.ofPattern("hh:mm:ss a")));
            connection.close();
        }
    }
}
