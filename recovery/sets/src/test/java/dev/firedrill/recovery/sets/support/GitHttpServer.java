package dev.firedrill.recovery.sets.support;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** Git's smart protocol over HTTP for the repositories in a folder, for those who log in. */
public final class GitHttpServer implements AutoCloseable {
    private final Path folder;
    private final HttpServer server;

    public GitHttpServer(Path folder, String user, String password) throws IOException {
        this.folder = folder;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer).setAuthenticator(new BasicAuthenticator("git") {
            @Override
            public boolean checkCredentials(String givenUser, String givenPassword) {
                return givenUser.equals(user) && givenPassword.equals(password);
            }
        });
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", 3);
        Path repository = folder.resolve(path[1]);
        if (!Files.isDirectory(repository)) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String type;
        try (Repository opened = new FileRepository(repository.toFile())) {
            if (path[2].equals("info/refs")) {
                String service = exchange.getRequestURI().getQuery().replace("service=", "");
                advertise(opened, service, out);
                type = "application/x-" + service + "-advertisement";
            } else {
                serve(opened, path[2], exchange, out);
                type = "application/x-" + path[2] + "-result";
            }
        }
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, out.size());
        exchange.getResponseBody().write(out.toByteArray());
        exchange.close();
    }

    private static void advertise(Repository repository, String service, ByteArrayOutputStream out) throws IOException {
        PacketLineOut lines = new PacketLineOut(out);
        lines.writeString("# service=" + service + "\n");
        lines.end();
        if (service.equals("git-upload-pack")) {
            UploadPack pack = new UploadPack(repository);
            pack.setBiDirectionalPipe(false);
            pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
        } else {
            ReceivePack pack = new ReceivePack(repository);
            pack.setBiDirectionalPipe(false);
            pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
        }
    }

    private static void serve(Repository repository, String service, HttpExchange exchange, ByteArrayOutputStream out)
            throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        InputStream in = packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
        if (service.equals("git-upload-pack")) {
            UploadPack pack = new UploadPack(repository);
            pack.setBiDirectionalPipe(false);
            pack.upload(in, out, null);
        } else {
            ReceivePack pack = new ReceivePack(repository);
            pack.setBiDirectionalPipe(false);
            pack.receive(in, out, null);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
