import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.Socket;
import java.util.Scanner;

public class WordClient {
  public static void main(String[] args) throws Exception {
    try (Socket socket = new Socket("localhost", 6789)) {
      ObjectOutputStream out = new ObjectOutputStream(socket.getOutputStream());
      ObjectInputStream in = new ObjectInputStream(socket.getInputStream());
      System.out.print("Your word: ");
      String word = new Scanner(System.in).nextLine();
      out.writeObject(word);
      Object[] answer = (Object[]) in.readObject();
      System.out.println(word + ": " + answer[0] + " characters, the first is " + answer[1]);
    }
  }
}
