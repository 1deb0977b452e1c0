package dev.firedrill.environments.kubernetes.inprocess.kind;

import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The rules of Kubernetes for names, keys and values of labels. */
public final class Names {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String QUALIFIED = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final String LABEL_VALUE = "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?";
    private static final Pattern IS_LABEL = Pattern.compile(LABEL);
    private static final Pattern IS_SUBDOMAIN = Pattern.compile(SUBDOMAIN);
    private static final Pattern IS_QUALIFIED = Pattern.compile(QUALIFIED);
    private static final Pattern IS_LABEL_VALUE = Pattern.compile(LABEL_VALUE);
    private static final int SHORT = 63;
    private static final int LONG = 253;

    private Names() {}

    /** What is wrong with a name that must be an RFC 1123 label. */
    public static List<FieldError> checkLabel(String field, String name) {
        return check(
                field,
                name,
                IS_LABEL,
                SHORT,
                "a lowercase RFC 1123 label must consist of lower case alphanumeric"
                        + " characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or"
                        + " '123-abc', regex used for validation is '" + LABEL + "')");
    }

    /** What is wrong with a name that must be an RFC 1123 subdomain. */
    public static List<FieldError> checkSubdomain(String field, String name) {
        return check(
                field,
                name,
                IS_SUBDOMAIN,
                LONG,
                "a lowercase RFC 1123 subdomain must consist of lower case"
                        + " alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g."
                        + " 'example.com', regex used for validation is '" + SUBDOMAIN + "')");
    }

    /** What is wrong with a key of a label or an annotation, or with the name of a finalizer. */
    public static List<FieldError> checkQualified(String field, String key) {
        int slash = key.indexOf('/');
        List<FieldError> errors = new ArrayList<>();
        if (slash >= 0) {
            String prefix = key.substring(0, slash);
            checkSubdomain(field, prefix)
                    .forEach(each ->
                            errors.add(FieldError.invalid(field, key, "prefix part " + afterValue(each.message()))));
        }
        String name = key.substring(slash + 1);
        if (name.isEmpty()) {
            errors.add(FieldError.invalid(field, key, "name part must be non-empty"));
        } else if (name.length() > SHORT) {
            errors.add(FieldError.invalid(field, key, "name part must be no more than 63 characters"));
        }
        if (!IS_QUALIFIED.matcher(name).matches()) {
            errors.add(FieldError.invalid(
                    field,
                    key,
                    "name part must consist of alphanumeric characters, '-', '_' or"
                            + " '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or"
                            + " '123-abc', regex used for validation is '" + QUALIFIED + "')"));
        }
        return errors;
    }

    /** What is wrong with the value of a label. */
    public static List<FieldError> checkLabelValue(String field, String value) {
        return check(
                field,
                value,
                IS_LABEL_VALUE,
                SHORT,
                "a valid label must be an empty string or consist of"
                        + " alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
                        + " (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '" + LABEL_VALUE
                        + "')");
    }

    private static List<FieldError> check(String field, String name, Pattern form, int longest, String rule) {
        List<FieldError> errors = new ArrayList<>();
        if (name.length() > longest) {
            errors.add(FieldError.invalid(field, name, "must be no more than " + longest + " characters"));
        }
        if (!form.matcher(name).matches()) {
            errors.add(FieldError.invalid(field, name, rule));
        }
        return errors;
    }

    private static String afterValue(String message) {
        return message.substring(message.indexOf("\": ") + 3);
    }
}
