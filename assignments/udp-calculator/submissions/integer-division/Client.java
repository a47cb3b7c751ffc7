import java.net.*;
import java.util.Scanner;

public class Client {
    public static void main(String[] args) throws Exception {
        Scanner sc = new Scanner(System.in);
        DatagramSocket ds = new DatagramSocket();
        InetAddress ip = InetAddress.getByName("127.0.0.1");
        while (true) {
            System.out.println("Enter the equation in the format:");
            System.out.println("'operand1 operator operand2'");
            if (!sc.hasNextLine()) break;
            String inp = sc.nextLine();
            if (inp.equals("bye")) break;
            byte[] buf = inp.getBytes();
            ds.send(new DatagramPacket(buf, buf.length, ip, 1234));
            byte[] in = new byte[65535];
            DatagramPacket dp = new DatagramPacket(in, in.length);
            ds.receive(dp);
            System.out.println("Answer = " + new String(in, 0, dp.getLength()));
        }
        ds.close();
    }
}
