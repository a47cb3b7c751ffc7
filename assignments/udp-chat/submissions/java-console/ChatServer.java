import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class ChatServer {
    private static final int PORT = 4445;

    public static void main(String[] args) throws IOException {
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream screen = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket(PORT)) {
            screen.println("Chat server listening on port " + PORT);
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[8192], 8192);
                socket.receive(packet);
                screen.println("Client: " + new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
                screen.print("Server: ");
                screen.flush();
                String line = keyboard.readLine();
                if (line == null) {
                    return;
                }
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
            }
        }
    }
}
