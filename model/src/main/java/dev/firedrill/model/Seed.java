package dev.firedrill.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;

/**
 * What random choices grow from. Choices that have nothing to do with each other are drawn from seeds of their own, which
 * are derived by name and number: neighbouring seeds share no choice, and a choice stays the same as long as its name does.
 *
 * @param value what {@code --seed} gives, or what was derived
 */
public record Seed(long value) {
    /**
     * The seed of one choice: the first eight bytes of the SHA-256 of value, name and number.
     *
     * @param name what is drawn; part of no other choice's name
     * @param number which of them
     */
    public Seed derive(String name, long number) {
        byte[] text = (value + "/" + name + "/" + number).getBytes(StandardCharsets.UTF_8);
        try {
            return new Seed(ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text))
                    .getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Draws; always the same for the same seed. */
    public Random random() {
        return new Random(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
