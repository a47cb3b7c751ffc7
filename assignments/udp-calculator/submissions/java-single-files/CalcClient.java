import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.*;

class CalcClient {
    public static void main(String args[]) throws Exception {
        BufferedReader inFromUser = new BufferedReader(new InputStreamReader(System.in));
        DatagramSocket clientSocket = new DatagramSocket();
        InetAddress IPAddress = InetAddress.getByName("localhost");
        System.out.print("Enter first number: ");
        String a = inFromUser.readLine();
        System.out.print("Enter operator: ");
        String op = inFromUser.readLine();
        System.out.print("Enter second number: ");
        String b = inFromUser.readLine();
        byte[] sendData = (a + " " + op + " " + b).getBytes();
        DatagramPacket sendPacket = new DatagramPacket(sendData, sendData.length, IPAddress, 9876);
        clientSocket.send(sendPacket);
        byte[] receiveData = new byte[1024];
        DatagramPacket receivePacket = new DatagramPacket(receiveData, receiveData.length);
        clientSocket.receive(receivePacket);
        String result = new String(receivePacket.getData(), 0, receivePacket.getLength());
        System.out.println("FROM SERVER: " + result);
        clientSocket.close();
    }
}
