package dev.firedrill.environments.kubernetes.apiserver;

import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What an API server and its users prove themselves with: made anew for every control plane, never outside its folder.
 *
 * @param token the bearer token of the one user, an administrator
 * @param tokenFile the file that tells the server so
 * @param signingKey the private key for service account tokens, which nobody uses but the server asks for
 * @param verifyingKey its public half
 * @param certificates the folder in which the server makes its own certificate on its first start, and then keeps it
 */
record ApiServerCredentials(String token, Path tokenFile, Path signingKey, Path verifyingKey, Path certificates) {
    private static final int TOKEN_BYTES = 24;

    static ApiServerCredentials make(Path folder) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        ApiServerCredentials made = new ApiServerCredentials(
                HexFormat.of().formatHex(random),
                folder.resolve("tokens.csv"),
                folder.resolve("service-accounts.key"),
                folder.resolve("service-accounts.pub"),
                folder.resolve("certificates"));
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            Files.createDirectories(made.certificates);
            Files.writeString(made.tokenFile, made.token + ",firedrill,firedrill,\"system:masters\"\n");
            Files.writeString(
                    made.signingKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Files.writeString(
                    made.verifyingKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            return made;
        } catch (IOException | GeneralSecurityException refused) {
            throw new EnvironmentFailure(
                    "No credentials for the API server could be made in " + folder + ": " + refused.getMessage(),
                    refused);
        }
    }

    /** The server's certificate with its authority; it is there as soon as the server listens. */
    Path serverCertificate() {
        return certificates.resolve("apiserver.crt");
    }

    @Override
    public String toString() {
        return "Credentials[in " + tokenFile.getParent() + "]";
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }
}
