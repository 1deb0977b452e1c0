package dev.firedrill.steps.laboratory;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command for a {@link HostMain} as it goes over the wire.
 *
 * @param broken the deliberately wrong recovery that is to run it, if one is
 * @param arguments the command line
 */
record HostedRequest(Optional<String> broken, List<String> arguments) {
    HostedRequest {
        arguments = List.copyOf(arguments);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(broken.orElse(""));
        out.writeInt(arguments.size());
        for (String argument : arguments) {
            out.writeUTF(argument);
        }
        out.flush();
    }

    static HostedRequest read(DataInputStream in) throws IOException {
        String broken = in.readUTF();
        int count = in.readInt();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arguments.add(in.readUTF());
        }
        return new HostedRequest(broken.isEmpty() ? Optional.empty() : Optional.of(broken), arguments);
    }
}
