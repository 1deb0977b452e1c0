package dev.firedrill.environments.kubernetes.inprocess;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What the server itself puts on objects: times, identities and generated names. */
final class Stamp {
    // Without vowels and look-alikes, so that no word arises by chance.
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
    private static final int SUFFIX = 5;
    private static final int LONGEST_PREFIX = 58;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Stamp() {}

    /** The present time in the precision of the API. */
    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String uid() {
        return UUID.randomUUID().toString();
    }

    static String generatedName(String prefix) {
        StringBuilder name = new StringBuilder(prefix.substring(0, Math.min(LONGEST_PREFIX, prefix.length())));
        RANDOM.ints(SUFFIX, 0, ALPHABET.length()).forEach(at -> name.append(ALPHABET.charAt(at)));
        return name.toString();
    }

    /** A secret that cannot be guessed. */
    static String token() {
        return new BigInteger(256, RANDOM).toString(Character.MAX_RADIX);
    }
}
