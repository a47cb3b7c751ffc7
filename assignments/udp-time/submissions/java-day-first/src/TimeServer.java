import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.text.SimpleDateFormat;
import java.util.Date;

public class TimeServer {
    private static final int PORT = 1234;

    public static void main(String[] args) {
        try (DatagramSocket socket = new DatagramSocket(PORT, InetAddress.getByName("127.0.0.1"))) {
            SimpleDateFormat format = new SimpleDateFormat("dd/MM/yyyy hh:mm:ss a");
            System.out.println("Server started");
            while (true) {
                byte[] buffer = new byte[512];
                DatagramPacket request = new DatagramPacket(buffer, buffer.length);
                socket.receive(request);
                String date = format.format(new Date());
                byte[] bytes = date.getBytes();
                DatagramPacket response = new DatagramPacket(bytes, bytes.length, request.getAddress(), request.getPort());
                socket.send(response);
                System.out.println("sent " + date);
            }
        } catch (Exception e) {
            e.printStackTrace();
        }
    }
}
