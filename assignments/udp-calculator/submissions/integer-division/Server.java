import java.net.*;

public class Server {
    public static void main(String[] args) throws Exception {
        DatagramSocket ds = new DatagramSocket(1234);
        byte[] buf = new byte[65535];
        while (true) {
            DatagramPacket dp = new DatagramPacket(buf, buf.length);
            ds.receive(dp);
            String inp = new String(buf, 0, dp.getLength()).trim();
            System.out.println("Equation Received:- " + inp);
            String res;
            String[] st = inp.split(" ");
            try {
                double oprnd1 = Double.parseDouble(st[0]);
                String operation = st[1];
                double oprnd2 = Double.parseDouble(st[2]);
                if (operation.equals("+")) {
                    res = String.valueOf(oprnd1 + oprnd2);
                } else if (operation.equals("-")) {
                    res = String.valueOf(oprnd1 - oprnd2);
                } else if (operation.equals("*")) {
                    res = String.valueOf(oprnd1 * oprnd2);
                } else if (operation.equals("/")) {
                    int quotient = (int) oprnd1 / (int) oprnd2;
                    res = String.valueOf(quotient);
                } else {
                    res = "Unknown operation";
                }
            } catch (ArithmeticException e) {
                res = "Division by zero";
            } catch (Exception e) {
                res = "Wrong equation";
            }
            byte[] out = res.getBytes();
            ds.send(new DatagramPacket(out, out.length, dp.getAddress(), dp.getPort()));
        }
    }
}
