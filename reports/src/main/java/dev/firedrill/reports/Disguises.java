package dev.firedrill.reports;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The forms in which one secret turns up in logs, URLs, headers and documents. */
final class Disguises {
    /** Shorter pieces of Base64 turn up in ordinary text. */
    private static final int SHORTEST_BASE64 = 6;

    private Disguises() {}

    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        addUrlEncoded(secret, forms);
        addEscaped(secret, forms);
        addBase64(secret, forms);
        return forms;
    }

    private static void addUrlEncoded(String secret, Set<String> forms) {
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String withSpaces = encoded.replace("+", "%20");
        // RFC 3986 leaves these bare, URLEncoder does not; either may have encoded it.
        String sparing = withSpaces.replace("%7E", "~").replace("*", "%2A");
        for (String form : List.of(encoded, withSpaces, sparing, everyByte(secret))) {
            forms.add(form);
            forms.add(lowerHex(form));
            forms.add(URLEncoder.encode(form, StandardCharsets.UTF_8));
        }
    }

    private static String everyByte(String secret) {
        StringBuilder text = new StringBuilder();
        for (byte octet : secret.getBytes(StandardCharsets.UTF_8)) {
            text.append(String.format("%%%02X", octet));
        }
        return text.toString();
    }

    private static String lowerHex(String encoded) {
        StringBuilder text = new StringBuilder(encoded);
        for (int i = text.indexOf("%"); i >= 0 && i + 2 < text.length(); i = text.indexOf("%", i + 3)) {
            text.replace(i, i + 3, text.substring(i, i + 3).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    private static void addEscaped(String secret, Set<String> forms) {
        String json = secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        String html = secret.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        forms.add(json);
        forms.add(json.replace("\\", "\\\\").replace("\"", "\\\""));
        forms.add(html);
        forms.add(html.replace("'", "&#39;"));
        forms.add(secret.replace("'", "''"));
        forms.add(secret.replace("'", "'\\''"));
    }

    /**
     * Base64 works on groups of three bytes, so a secret inside something longer ({@code user:secret} in a Basic header)
     * is written in one of three ways, of which the characters at either end also depend on the neighbours.
     */
    private static void addBase64(String secret, Set<String> forms) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.add(Base64.getEncoder().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().encodeToString(bytes));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            int first = (before * 8 + 5) / 6;
            int last = shifted.length * 8 / 6;
            if (last - first >= SHORTEST_BASE64) {
                forms.add(Base64.getEncoder().encodeToString(shifted).substring(first, last));
                forms.add(Base64.getUrlEncoder().encodeToString(shifted).substring(first, last));
            }
        }
    }
}
