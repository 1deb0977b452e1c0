package dev.firedrill.reports.site;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The site's templates; they escape what they print, and refuse a name that they do not know. What a template asks of a
 * view has to be a public method: the views themselves stay inside the package.
 */
final class Templates {
    private final PebbleEngine engine;

    Templates() {
        ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix("dev/firedrill/reports/site");
        loader.setSuffix(".peb");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .extension(new Wording())
                .strictVariables(true)
                .autoEscaping(true)
                .defaultLocale(Locale.ROOT)
                .build();
    }

    /** Renders the template {@code name}; {@code root} leads from the page to the site's folder. */
    String render(String name, String root, Map<String, Object> values) {
        Map<String, Object> context = new HashMap<>(values);
        context.put("root", root);
        StringWriter page = new StringWriter();
        try {
            engine.getTemplate(name).evaluate(page, context);
        } catch (IOException e) {
            throw new UncheckedIOException("the template " + name + " cannot be rendered", e);
        }
        return page.toString();
    }
}
