import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/** java Main server   |   java Main client */
public class Main {
    static final int PORT = 15000;
    static final String[] WORDS = {"river", "mountain", "sea", "forest"};

    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            System.out.println("Usage: java Main server|client");
            return;
        }
        if (args[0].equalsIgnoreCase("server")) server();
        else client();
    }

    static void server() throws IOException {
        try (ServerSocket server = new ServerSocket(PORT)) {
            for (;;) {
                final Socket c = server.accept();
                Runnable r = () -> {
                    try (c) {
                        DataInputStream in = new DataInputStream(c.getInputStream());
                        DataOutputStream out = new DataOutputStream(c.getOutputStream());
                        String w = in.readUTF();
                        out.writeInt(w.codePointCount(0, w.length()));
                        out.writeUTF(new String(Character.toChars(w.codePointAt(0))));
                    } catch (IOException e) {
                        System.err.println("client error: " + e);
                    }
                };
                new Thread(r).start();
            }
        }
    }

    static void client() throws InterruptedException {
        Thread[] t = new Thread[WORDS.length];
        for (int i = 0; i < t.length; i++) {
            final String w = WORDS[i];
            final int nr = i + 1;
            t[i] = new Thread(() -> {
                try (Socket s = new Socket("127.0.0.1", PORT)) {
                    new DataOutputStream(s.getOutputStream()).writeUTF(w);
                    DataInputStream in = new DataInputStream(s.getInputStream());
                    int n = in.readInt();
                    String first = in.readUTF();
                    System.out.println("client " + nr + " (" + w + "): " + n + " characters, first '" + first + "'");
                } catch (IOException e) {
                    e.printStackTrace();
                }
            });
            t[i].start();
        }
        for (Thread x : t) x.join();
    }
}
