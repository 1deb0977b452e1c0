package dev.firedrill.recovery.api;

/** Answers requests. */
@FunctionalInterface
public interface Responder {
    /**
     * What is answered, when it is done.
     *
     * @throws dev.firedrill.recovery.engine.Refused when it is not done
     */
    Answer answer(Request request);
}
