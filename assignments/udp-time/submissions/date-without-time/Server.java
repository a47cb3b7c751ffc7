import java.net.*;
import java.time.LocalDate;

public class Server {
    public static void main(String[] args) throws Exception {
        DatagramSocket ds = new DatagramSocket(3333);
        byte[] receive = new byte[65535];
        while (true) {
            DatagramPacket dp = new DatagramPacket(receive, receive.length);
            ds.receive(dp);
            System.out.println("Client:-" + new String(dp.getData(), 0, dp.getLength()));
            byte[] send = LocalDate.now().toString().getBytes();
            ds.send(new DatagramPacket(send, send.length, dp.getAddress(), dp.getPort()));
        }
    }
}
