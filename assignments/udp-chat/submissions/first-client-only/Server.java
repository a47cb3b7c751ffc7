import java.net.*;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

public class Server {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(7171);
        Scanner keyboard = new Scanner(System.in, "UTF-8");
        java.io.PrintStream out = new java.io.PrintStream(System.out, true, "UTF-8");
        InetAddress clientAddress = null;
        int clientPort = 0;
        while (true) {
            byte[] buffer = new byte[4096];
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            socket.receive(packet);
            if (clientAddress == null) {
                clientAddress = packet.getAddress();
                clientPort = packet.getPort();
            }
            out.println("Client: " + new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
            out.print("Your message: ");
            byte[] answer = keyboard.nextLine().getBytes(StandardCharsets.UTF_8);
            socket.send(new DatagramPacket(answer, answer.length, clientAddress, clientPort));
        }
    }
}
