import java.net.*;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

public class Client {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket();
        InetAddress server = InetAddress.getByName("127.0.0.1");
        Scanner keyboard = new Scanner(System.in, "UTF-8");
        java.io.PrintStream out = new java.io.PrintStream(System.out, true, "UTF-8");
        while (true) {
            out.print("Your message: ");
            if (!keyboard.hasNextLine()) break;
            byte[] message = keyboard.nextLine().getBytes(StandardCharsets.UTF_8);
            socket.send(new DatagramPacket(message, message.length, server, 7171));
            byte[] buffer = new byte[4096];
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            socket.receive(packet);
            out.println("Server: " + new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
        }
    }
}
