package dev.firedrill.proof.mutation;

/**
 * One change of the recovery's bytecode.
 *
 * @param className the full name of the class that is changed
 * @param method the method that is changed, as the compiler calls it
 * @param signature the method's parameters and result, as the JVM writes them
 * @param index which of the method's instructions is changed
 * @param line the line of the source
 * @param mutator the kind of change, such as {@code VoidMethodCallMutator}
 * @param change the change in words
 */
public record BytecodeMutant(
        String className, String method, String signature, int index, int line, String mutator, String change) {
    /** Tells it from every other mutant of the same bytecode. */
    public String key() {
        return className + "." + method + signature + "#" + index + " " + mutator + ": " + change;
    }

    /** The class without its package, and the method as its source calls it: a lambda's is the one around it. */
    public String place() {
        return className.substring(className.lastIndexOf('.') + 1) + "." + sourceMethod();
    }

    /** The method as its source calls it. */
    public String sourceMethod() {
        String[] lambda = method.split("\\$");
        return lambda.length > 2 && lambda[0].equals("lambda") ? lambda[1] : method;
    }
}
