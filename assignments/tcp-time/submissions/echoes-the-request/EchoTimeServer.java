import java.io.*;
import java.net.*;
import java.util.Date;

public class EchoTimeServer {
    public static void main(String[] args) throws IOException {
        ServerSocket serverSocket = new ServerSocket(1300);
        while (true) {
            Socket socket = serverSocket.accept();
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] buffer = new byte[1024];
            int n = in.read(buffer);
            if (n > 0) {
                String answer = new String(buffer, 0, n);
                System.out.println(new Date() + " " + answer);
                out.write(answer.getBytes());
                out.flush();
            }
            socket.close();
        }
    }
}
