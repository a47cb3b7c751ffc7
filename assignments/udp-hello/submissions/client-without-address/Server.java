import java.net.DatagramPacket;
import java.net.DatagramSocket;

public class Server {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(4445);
        byte[] buf = new byte[256];
        DatagramPacket packet = new DatagramPacket(buf, buf.length);
        socket.receive(packet);
        System.out.println("Received: " + new String(packet.getData(), 0, packet.getLength(), "UTF-8"));

        byte[] hello = "Hello Client".getBytes("UTF-8");
        socket.send(new DatagramPacket(hello, hello.length, packet.getSocketAddress()));
        socket.close();
    }
}
