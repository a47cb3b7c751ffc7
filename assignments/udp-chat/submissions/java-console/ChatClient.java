import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class ChatClient {
    public static void main(String[] args) throws IOException {
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream screen = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        InetSocketAddress server = new InetSocketAddress("localhost", 4445);
        try (DatagramSocket socket = new DatagramSocket()) {
            screen.print("Client: ");
            screen.flush();
            String line;
            while ((line = keyboard.readLine()) != null) {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                socket.send(new DatagramPacket(bytes, bytes.length, server));
                DatagramPacket packet = new DatagramPacket(new byte[8192], 8192);
                socket.receive(packet);
                screen.println("Server: " + new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
                screen.print("Client: ");
                screen.flush();
            }
        }
    }
}
