import java.net.*;

public class Client {
    public static void main(String[] args) throws Exception {
        DatagramSocket ds = new DatagramSocket();
        byte[] buf = "date".getBytes();
        ds.send(new DatagramPacket(buf, buf.length, InetAddress.getLocalHost(), 3333));
        DatagramPacket reply = new DatagramPacket(new byte[1024], 1024);
        ds.receive(reply);
        System.out.println("Server:-" + new String(reply.getData(), 0, reply.getLength()));
        ds.close();
    }
}
