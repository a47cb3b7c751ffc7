import java.io.*;
import java.net.*;

public class Client {
    public static void main(String[] args) throws Exception {
        String[] words = {"java", "kotlin", "scala", "groovy"};
        for (String w : words) {
            Socket s = new Socket("127.0.0.1", 4321);
            PrintWriter out = new PrintWriter(new OutputStreamWriter(s.getOutputStream(), "UTF-8"), true);
            BufferedReader in = new BufferedReader(new InputStreamReader(s.getInputStream(), "UTF-8"));
            out.println(w);
            System.out.println(w + ": " + in.readLine());
            s.close();
        }
    }
}
