import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

public class TimeClient {
    public static void main(String[] args) {
        String host = args.length > 0 ? args[0] : "127.0.0.1";
        int port = args.length > 1 ? Integer.parseInt(args[1]) : 1234;
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(10000);
            byte[] ask = "hey server, Set my time".getBytes();
            socket.send(new DatagramPacket(ask, ask.length, InetAddress.getByName(host), port));
            byte[] buffer = new byte[512];
            DatagramPacket response = new DatagramPacket(buffer, buffer.length);
            socket.receive(response);
            String time = new String(buffer, 0, response.getLength());
            System.out.println("Current date and time: " + time);
        } catch (Exception e) {
            System.err.println("Error: " + e.getMessage());
        }
    }
}
