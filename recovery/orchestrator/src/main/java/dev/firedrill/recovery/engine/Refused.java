package dev.firedrill.recovery.engine;

/** A request that was not carried out, or not to its end. The message is one sentence for the person who asked. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public Refused(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Refused(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What kind of refusal this is, for the answer's code and reason. */
    public Kind kind() {
        return kind;
    }

    static Refused invalid(String message) {
        return new Refused(Kind.INVALID, message);
    }

    static Refused conflict(String message) {
        return new Refused(Kind.CONFLICT, message);
    }

    static Refused unavailable(String message, Throwable cause) {
        return new Refused(Kind.UNAVAILABLE, message, cause);
    }

    static Refused unfinished(String message, Throwable cause) {
        return new Refused(Kind.UNFINISHED, message, cause);
    }

    /** Why a request was refused, in the words of Kubernetes. */
    public enum Kind {
        /** The request cannot be understood. */
        BAD_REQUEST,
        /** The request is never allowed for the object as it is. */
        FORBIDDEN,
        /** There is no such object. */
        NOT_FOUND,
        /** There is such an object already. */
        ALREADY_EXISTS,
        /** The object, or what it depends on, is in a state that does not allow the request. */
        CONFLICT,
        /** The request is understood and its content is wrong. */
        INVALID,
        /** A store does not answer or is not aligned yet, and nothing was done; repeat later. */
        UNAVAILABLE,
        /** A store stopped answering while it was written to: the request may have been carried out; look, then repeat. */
        UNFINISHED
    }
}
