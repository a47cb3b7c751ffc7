import java.io.*;
import java.net.*;

public class Server {
    static int length = 0;

    public static void main(String[] args) throws Exception {
        ServerSocket ss = new ServerSocket(4321);
        for (int i = 0; i < 4; i++) {
            Socket s = ss.accept();
            BufferedReader in = new BufferedReader(new InputStreamReader(s.getInputStream(), "UTF-8"));
            PrintWriter out = new PrintWriter(new OutputStreamWriter(s.getOutputStream(), "UTF-8"), true);
            String word = in.readLine();
            for (int j = 0; j < word.length(); j++) {
                length++;
            }
            out.println("Length " + length + " First " + word.charAt(0));
            s.close();
        }
        ss.close();
    }
}
