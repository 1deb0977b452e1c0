package dev.firedrill.environments.role.system;

/** One form of the role on the stores of one environment. Closing ends every process of it. */
public interface SystemForm extends AutoCloseable {
    /** The system as it is meant to be; histories are written by it, whichever is judged. */
    SystemUnderTest intact();

    /**
     * The same with a deliberately wrong recovery.
     *
     * @throws dev.firedrill.model.EnvironmentFailure when this form has none of that name
     */
    SystemUnderTest broken(String recovery);

    @Override
    void close();
}
