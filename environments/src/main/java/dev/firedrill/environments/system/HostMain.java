package dev.firedrill.environments.system;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.spi.ToolProvider;

/**
 * A process that runs the commands of a recovery, shipped or deliberately wrong, each with parts, connections and memory of its own, exactly as if it had
 * been started for it. What one command leaves to the next is a JVM that is warm: see {@link CommandHost}.
 */
public final class HostMain {
    /** The environment variable with the secret that a connection has to bring: others of the machine reach the port too. */
    static final String TOKEN = "FIREDRILL_HOST_TOKEN";

    private final String token;

    private HostMain(String token) {
        this.token = token;
    }

    /** Listens on a free port of the loopback interface and writes its number to the file that the argument names. */
    public static void main(String[] arguments) throws IOException {
        Path portFile = Path.of(arguments[0]);
        HostMain host = new HostMain(System.getenv(TOKEN));
        try (ServerSocket listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            Path draft = Files.writeString(portFile.resolveSibling("port.draft"), "" + listening.getLocalPort());
            Files.move(draft, portFile, StandardCopyOption.ATOMIC_MOVE);
            while (true) {
                Socket connection = listening.accept();
                new Thread(() -> host.serve(connection), "host").start();
            }
        }
    }

    /** One command a connection: it runs until it is done, or is interrupted when the other side says no more. */
    private void serve(Socket connection) {
        try (connection) {
            DataInputStream in = new DataInputStream(connection.getInputStream());
            if (!in.readUTF().equals(token)) {
                return;
            }
            HostedRequest request = HostedRequest.read(in);
            Thread command = new Thread(() -> execute(request, connection), "main");
            command.start();
            // Nothing is ever sent after the request; what comes is the end of the stream.
            if (in.read() < 0) {
                command.interrupt();
            }
            command.join();
        } catch (IOException e) {
            // The harness is gone or has thrown the command away; whoever leashes this process ends it.
            System.err.println("host: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What escapes a command ends it as it would end a process of its own: with a trace and a code. */
    private static int run(HostedRequest request, PrintWriter output) {
        try {
            return ToolProvider.findFirst(request.tool())
                    .orElseThrow(() -> new IllegalStateException("the class path has no tool '" + request.tool() + "'"))
                    .run(output, output, request.arguments().toArray(String[]::new));
        } catch (RuntimeException | Error escaped) {
            escaped.printStackTrace(output);
            return 1;
        }
    }

    private static void execute(HostedRequest request, Socket connection) {
        StringWriter output = new StringWriter();
        int exitCode = run(request, new PrintWriter(output, true));
        try {
            DataOutputStream out = new DataOutputStream(connection.getOutputStream());
            byte[] text = output.toString().getBytes(StandardCharsets.UTF_8);
            out.writeInt(exitCode);
            out.writeInt(text.length);
            out.write(text);
            connection.shutdownOutput();
            connection.shutdownInput();
        } catch (IOException e) {
            System.err.println(
                    "host: nobody took the answer of '" + request.arguments().get(0) + "'");
        }
    }
}
