package dev.firedrill.proof.fields;

import dev.firedrill.oracle.snapshot.Source;
import dev.firedrill.oracle.snapshot.Subject;
import java.util.Comparator;

/**
 * Fields that are alike: of one kind of object, on one side of the fence, at one place in it.
 *
 * @param source where they are read
 * @param kind the kind of object
 * @param ours whether the object is of the namespace that is recovered, or of something that has none
 * @param field the field, with {@code []} for any place in a list and {@code *} for a key that somebody chose
 */
public record FieldKind(Source source, String kind, boolean ours, String field) implements Comparable<FieldKind> {
    private static final Comparator<FieldKind> ORDER = Comparator.comparing(FieldKind::source)
            .thenComparing(FieldKind::kind)
            .thenComparing(FieldKind::ours)
            .thenComparing(FieldKind::field);
    private static final String DEFINITION = "definition of ";
    private static final String CHOSEN_KEY =
            "(^|\\.)(labels|annotations|data|binaryData|spec\\.resources)(?:\\.[^.\\[]+|\\['.*'])$";

    static FieldKind of(Subject subject, String field, String namespace) {
        var ours = subject.source() == Source.GIT
                || subject.namespace().isEmpty()
                || subject.namespace().equals(namespace)
                || subject.kind().startsWith(DEFINITION);
        return new FieldKind(subject.source(), kind(subject), ours, place(field));
    }

    private static String kind(Subject subject) {
        if (subject.kind().startsWith(DEFINITION)) {
            return subject.kind() + " " + subject.namespace() + "." + subject.name();
        }
        return subject.source() == Source.GIT
                ? subject.kind() + " "
                        + subject.name().replaceAll("^(refs/(?:heads/(?:drafts|proposed)|[a-z]+)).*", "$1/*")
                : subject.kind();
    }

    private static String place(String field) {
        return field.replaceAll("managedFields.*", "managedFields")
                .replaceAll("(\\.|^)schema\\..*", "$1schema")
                .replaceAll(CHOSEN_KEY, "$1$2.*")
                .replaceAll("\\[\\d+]", "[]");
    }

    @Override
    public int compareTo(FieldKind other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return source.title() + ", " + kind + (ours ? "" : " of a neighbour") + ": " + field;
    }
}
