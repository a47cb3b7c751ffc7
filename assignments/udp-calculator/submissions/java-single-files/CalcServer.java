import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;

public class CalcServer {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(9876);
        System.out.println("Server started");
        while (true) {
            byte[] receiveData = new byte[1024];
            DatagramPacket receivePacket = new DatagramPacket(receiveData, receiveData.length);
            socket.receive(receivePacket);
            String sentence = new String(receivePacket.getData(), 0, receivePacket.getLength(), StandardCharsets.UTF_8);
            System.out.println("RECEIVED: " + sentence);
            byte[] sendData = compute(sentence.trim()).getBytes(StandardCharsets.UTF_8);
            socket.send(new DatagramPacket(sendData, sendData.length, receivePacket.getAddress(), receivePacket.getPort()));
        }
    }

    static String compute(String sentence) {
        String[] t = sentence.split("\\s+");
        if (t.length != 3) {
            return "Please send: number operator number";
        }
        double a, b;
        try {
            a = Double.parseDouble(t[0]);
            b = Double.parseDouble(t[2]);
        } catch (NumberFormatException e) {
            return "That is not a number";
        }
        switch (t[1]) {
            case "+": return "" + (a + b);
            case "-": return "" + (a - b);
            case "*": return "" + (a * b);
            case "/": return b == 0 ? "Division by zero!" : "" + (a / b);
            default: return "Unknown operator";
        }
    }
}
