package dev.firedrill.environments.process;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords for the stores of one run. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Secrets() {}

    /** A new password: letters and digits, safe in a URL, a shell and SQL. */
    public static String random() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }
}
