import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.ServerSocket;
import java.net.Socket;

public class WordServer {
  public static void main(String[] args) throws IOException {
    try (ServerSocket listener = new ServerSocket(6789)) {
      while (true) {
        try (Socket client = listener.accept()) {
          answer(client);
        } catch (IOException | ClassNotFoundException e) {
          System.out.println("lost a client: " + e);
        }
      }
    }
  }

  private static void answer(Socket client) throws IOException, ClassNotFoundException {
    ObjectOutputStream out = new ObjectOutputStream(client.getOutputStream());
    ObjectInputStream in = new ObjectInputStream(client.getInputStream());
    String word = (String) in.readObject();
    int first = word.codePointAt(0);
    out.writeObject(new Object[] {word.codePointCount(0, word.length()), new String(Character.toChars(first))});
    out.flush();
  }
}
