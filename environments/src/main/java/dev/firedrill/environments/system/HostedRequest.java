package dev.firedrill.environments.system;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A command for a {@link HostMain} as it goes over the wire.
 *
 * @param tool the name of the {@link java.util.spi.ToolProvider} that is to run it
 * @param arguments the command line
 */
record HostedRequest(String tool, List<String> arguments) {
    HostedRequest {
        arguments = List.copyOf(arguments);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(tool);
        out.writeInt(arguments.size());
        for (String argument : arguments) {
            out.writeUTF(argument);
        }
        out.flush();
    }

    static HostedRequest read(DataInputStream in) throws IOException {
        String tool = in.readUTF();
        int count = in.readInt();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arguments.add(in.readUTF());
        }
        return new HostedRequest(tool, arguments);
    }
}
