package dev.firedrill.environments.link.toxiproxy;

/** A request that the API refuses, with the status that Toxiproxy gives. */
final class BadRequest extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final int status;

    BadRequest(String message) {
        this(BAD_REQUEST, message);
    }

    private BadRequest(int status, String message) {
        super(message);
        this.status = status;
    }

    static BadRequest notFound(String what) {
        return new BadRequest(NOT_FOUND, what + " not found");
    }

    static BadRequest conflict(String what) {
        return new BadRequest(CONFLICT, what + " already exists");
    }

    static BadRequest of(int status, String message) {
        return new BadRequest(status, message);
    }

    int status() {
        return status;
    }
}
