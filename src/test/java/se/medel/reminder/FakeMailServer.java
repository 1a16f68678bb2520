package se.medel.reminder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes mails, refuses them, or takes the call and never says a word. */
final class FakeMailServer implements AutoCloseable {

    enum Mood {
        TAKES,
        REFUSES,
        SAYS_NOTHING
    }

    private final ServerSocket door;
    private final List<Socket> calls = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private volatile Mood mood;

    FakeMailServer(int port, Mood mood) throws IOException {
        this.mood = mood;
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        daemon(this::answerCalls);
    }

    void becomes(Mood other) {
        mood = other;
    }

    /** Every mail as it came, with its headers. */
    List<String> mails() {
        return mails;
    }

    int calls() {
        return calls.size();
    }

    private void answerCalls() {
        while (!door.isClosed()) {
            try {
                Socket call = door.accept();
                calls.add(call);
                if (mood != Mood.SAYS_NOTHING) {
                    daemon(() -> talk(call));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket call) {
        try (call) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(call.getInputStream(), StandardCharsets.UTF_8));
            say(call, "220 fake ESMTP");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.length() < 4 ? line : line.substring(0, 4);
                switch (command) {
                    case "RCPT" -> say(call, mood == Mood.REFUSES ? "550 No such mailbox" : "250 OK");
                    case "DATA" -> {
                        say(call, "354 Go on");
                        mails.add(mail(in));
                        say(call, "250 OK");
                    }
                    case "QUIT" -> {
                        say(call, "221 Bye");
                        return;
                    }
                    default -> say(call, "250 OK");
                }
            }
        } catch (IOException gone) {
            // The caller has hung up.
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(Socket call, String line) throws IOException {
        OutputStream out = call.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "fake-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket call : calls) {
                call.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
