import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

public class Client {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket();
        byte[] hello = "hello Server".getBytes("UTF-8");
        InetAddress address = InetAddress.getByName("127.0.0.1");
        socket.send(new DatagramPacket(hello, hello.length, address, 4445));

        byte[] buf = new byte[256];
        DatagramPacket packet = new DatagramPacket(buf, buf.length);
        socket.receive(packet);
        System.out.println("Reply: " + new String(packet.getData(), 0, packet.getLength(), "UTF-8"));
        socket.close();
    }
}
