import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

class UDPClient
{
   public static void main(String args[]) throws Exception
   {
      BufferedReader inFromUser = new BufferedReader(new InputStreamReader(System.in));
      DatagramSocket clientSocket = new DatagramSocket();
      InetAddress IPAddress = InetAddress.getByName("localhost");
      byte[] receiveData = new byte[1024];
      String sentence = inFromUser.readLine();
      if (sentence == null || sentence.isEmpty()) sentence = "hello Server";
      byte[] sendData = sentence.getBytes(StandardCharsets.UTF_8);
      clientSocket.send(new DatagramPacket(sendData, sendData.length, IPAddress, 9876));
      DatagramPacket receivePacket = new DatagramPacket(receiveData, receiveData.length);
      clientSocket.receive(receivePacket);
      String modifiedSentence = new String(receivePacket.getData(), 0, receivePacket.getLength(), StandardCharsets.UTF_8);
      PrintStream out = new PrintStream(System.out, true, "UTF-8");
      out.println("FROM SERVER:" + modifiedSentence);
      out.println("IP = " + receivePacket.getAddress().getHostAddress());
      out.println("PORT = " + receivePacket.getPort());
      clientSocket.close();
   }
}
